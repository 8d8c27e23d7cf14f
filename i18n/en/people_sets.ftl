# Sets of people: who belongs to a group because of what their profile says.
people-sets-title = Set of people
people-sets-lead = Those whose profile matches the rule come into the group by themselves, and leave it when it no longer does. Whoever leaves the group is not brought back.
people-sets-now = The rule of the group
people-sets-before = Before this rule is applied
people-sets-without = No rule: those whom the rule brought in stay, like other members.
people-sets-and = and
people-sets-or = or
people-sets-condition = { $field }: { $values }
people-sets-people = { $people ->
    [0] It describes nobody.
    [one] It describes { $people } person.
   *[other] It describes { $people } people.
}
people-sets-people-guests = { $people ->
    [one] It describes { $people } person,
   *[other] It describes { $people } people,
} { $guests ->
    [one] among them { $guests } external guest.
   *[other] among them { $guests } external guests.
}
people-sets-enter = { $count ->
    [one] { $count } person will come into the group
   *[other] { $count } people will come into the group
}
people-sets-enter-none = Nobody else comes into the group.
people-sets-leave = { $count ->
    [one] { $count } person will leave the group
   *[other] { $count } people will leave the group
}
people-sets-leave-none = Nobody leaves the group.
people-sets-how = Tick what the profile must say. Within one field, one of the answers is enough; between two fields, both are needed. With nothing ticked, there is no rule.
people-sets-words = Several answers are separated by a comma.
people-sets-who = Who will see this: managers see the rule; in the list of members, a mark says who is here by rule.
people-sets-see = See what it changes
people-sets-no-fields = No field can make a rule
people-sets-no-fields-text = Administrators define the fields of profiles. Those that the whole community may read and whose answers are chosen can be used here.
people-sets-said-saved = The rule is saved. People come and go in the next moments.
people-sets-said-none = The group has no rule any more.
