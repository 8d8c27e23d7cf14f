# Labels.
labels-title = Labels
labels-lead = A few coloured words that sort the posts of this group. Everybody finds them by a click and can follow them.
labels-lead-platform = Labels that every group can put on its posts. Each group can have others, kept by its managers.
labels-line = The coloured words that sort the posts of the group.
labels-none = No labels
labels-none-text = Begin with three or four: “Minutes”, “To review”, “Outing”.
labels-new = New label
labels-make = Create the label
labels-name = Name
labels-name-hint = One or two words, 40 characters at most.
labels-name-taken = A label here has this name already. Look among the withdrawn labels, too.
labels-too-many = There are 60 labels here already. Delete or merge some before you create another.
labels-hue = Colour
labels-hue-hint = All of them stay legible, in the light theme as in the dark one.
labels-hue-unknown = Choose one of the colours that are offered.
labels-save = Save
labels-cancel = Cancel
labels-edit = Change
labels-edit-title = Change the label “{ $name }”
labels-archive = Withdraw
labels-restore = Take back
labels-delete = Delete
labels-archived-title = Withdrawn labels
labels-archived-lead = They are seen nowhere and cannot be put on posts any more. A label that is taken back stands on all posts again that carried it.
labels-saved = The label is saved.
labels-archived = The label is withdrawn: it is seen nowhere any more. You can take it back below.
labels-restored = The label is there again, with everything that carried it.
labels-deleted = The label is deleted.
labels-delete-sure = Delete the label “{ $name }”?
labels-delete-text =
    { $count ->
        [0] No post carries it. It cannot be taken back.
        [one] { $count } post will not carry it any more. It cannot be taken back.
       *[other] { $count } posts will not carry it any more. It cannot be taken back.
    }
labels-merge-title = Merge with another
labels-merge-into = Label to keep
labels-merge-choose = Choose a label
labels-merge-hint =
    { $count ->
        [0] No post carries “{ $name }”. Those who follow it will follow the label that is kept. “{ $name }” disappears; this cannot be undone.
        [one] { $count } post carries “{ $name }”: it will carry the label that is kept, and those who follow “{ $name }” will follow that one. “{ $name }” disappears; this cannot be undone.
       *[other] { $count } posts carry “{ $name }”: they will carry the label that is kept, and those who follow “{ $name }” will follow that one. “{ $name }” disappears; this cannot be undone.
    }
labels-merge = Merge
labels-merge-missing = Choose the label to keep.
labels-merged = The two labels are one now.
labels-uses =
    { $count ->
        [0] no posts
        [one] { $count } post
       *[other] { $count } posts
    }
labels-of-post = Labels
labels-add = Labels
labels-action = Labels
labels-of-group = { $name }
labels-of-platform = The whole platform
labels-only-group = The labels of a group can be put on its own posts only.
