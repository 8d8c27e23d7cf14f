# Formatting of a text that one writes.
tools-bar = Formatting
tools-bold = Bold
tools-italic = Italic
tools-heading = Heading
tools-list = Bulleted list
tools-numbered = Numbered list
tools-quote = Quotation
tools-link = Link
