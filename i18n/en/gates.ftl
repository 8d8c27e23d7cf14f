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
gates-banner-link = Fill in
