# Around every letter.
mail-copy = If the button does not respond, copy this address into your browser:
