# What new people are asked, and what others are reminded of.
gates-title = Welcome to { $name }
gates-lead = One more moment: these answers are needed before you go in. You can change them at any time in your profile.
gates-lead-later = These answers are missing from your profile. You can change them at any time.
gates-go-on = Go on
gates-later = Later
gates-done = Thank you, it is complete.
gates-banner = { $count ->
    [one] A required answer is missing from your profile.
   *[other] { $count } required answers are missing from your profile.
}
gates-banner-due = To be completed before { $day }.
gates-lead-due = These answers are now needed before you go on. You can change them at any time in your profile.
gates-steps-left = { $count ->
    [one] { $count } step left
   *[other] { $count } steps left
}
gates-introduction-title = Introduce yourself in a few words
gates-introduction-lead = Two or three sentences will do: what you do, what brings you here. You may leave it out.
gates-introduction = A few words about you
gates-introduction-hint = These words go into your profile, under “About”, if you ask for it. They are published nowhere else.
gates-introduction-show = Put it in my profile
gates-introduction-skip = Skip this step
gates-introduction-empty = Write a few words, or skip this step.
gates-admin-title = Welcoming new people
gates-admin-lead = What people meet who arrive, in this order: the required fields of the profile, your words of welcome, an introduction. People who are here already do not see it.
gates-admin-welcome-fr = Words of welcome in French
gates-admin-welcome-en = Words of welcome in English
gates-admin-welcome-hint = Shown alone on a page, before going in. Empty: there is no such step. Formatting is that of posts.
gates-admin-introduction = Introduction
gates-admin-introduction-ask = Offer to introduce oneself
gates-admin-introduction-hint = A few words that people put into their profile if they like. They can always skip the step.
gates-admin-save = Save
gates-admin-saved = The welcome is saved.
gates-banner-link = Fill in
