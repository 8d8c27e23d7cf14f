# Lists of people.
people-import-title = Import people
people-import-lead = Make or update people from a spreadsheet. Nothing is written before you have seen every difference, and everything can be undone for { $days } days.
people-import-template = Begin with a template
people-import-template-text = The template has the columns that Parvis knows. An empty cell changes nothing; write #empty to erase.
people-import-template-empty = Empty template
people-import-template-people = Template with the current people
people-import-template-csv = Empty template as text (CSV)
people-import-template-file = people-template
people-import-upload = Send your file
people-import-upload-text = Your file is read as it is: titles above the table, several sheets, dates, numbers. You then choose what each column says.
people-import-upload-do = Send and go on
people-import-file = File
people-import-file-hint = .xlsx, .xls, .ods, .csv or .tsv, up to { $most } MB and 50,000 people.
people-import-no-file = Choose a file.
people-import-photos = Add photos
people-import-photos-file = Archive of photos (.zip)
people-import-photos-hint = Name each photo like the person's address, for example first.last@example.com.jpg. Up to { $most } MB and 5,000 photos; a photo added this way replaces the one before for good.
people-import-photos-do = Send the photos
people-import-why-no-archive = this file is no readable .zip archive, or it is protected. Make it again, without a password.
people-import-lists = Earlier imports
people-import-none-title = No import yet
people-import-none-text = Files that were sent appear here, with their result.
people-import-rows = { $count ->
    [0] no rows
    [one] one row
   *[other] { $count } rows
}
people-import-state-reading = Reading the file
people-import-state-unreadable = File refused
people-import-state-mapping = Columns to be named
people-import-state-checking = Checking
people-import-state-checked = Ready to import
people-import-state-running = Importing
people-import-state-done = Imported
people-import-state-stopped = Stopped
people-import-state-undoing = Undoing
people-import-state-undone = Undone

# Columns
people-import-columns = What does each column say?
people-import-sheet = Sheet
people-import-sheet-choose = Read this sheet
people-import-sheet-named = sheet { $sheet }
people-import-header = Row of column headings
people-import-header-none = None: the table begins at once
people-import-header-row = Row { $row }: { $words }
people-import-header-choose = Use this row
people-import-column = Column
people-import-examples = Examples
people-import-says = Stands for
people-import-ignored = Do not import
people-import-column-first-name = First name
people-import-column-last-name = Last name
people-import-create = Make accounts for people who have none yet
people-import-create-hint = Otherwise their rows are reported and nothing is made.
people-import-welcome = Write to new people
people-import-welcome-hint = Each receives a letter with a link, open for 14 days, to choose their password. Otherwise you can send it later.
people-import-rule = People are recognised by their address or staff number. An absent column or an empty cell changes nothing; #empty erases.
people-import-check = Check without writing anything
people-import-no-key = Say which column holds the e-mail address or the staff number: without it nobody can be recognised.
people-import-twice = Two columns stand for “{ $column }”: keep only one.

# The dry run and the result
people-import-progress = { $done } of { $total }
people-import-leave = You can leave this page: the work goes on, even after a restart.
people-import-see-result = See the result
people-import-refresh = Refresh
people-import-again = Choose another file
people-import-checked-title = Checked: nothing is written yet
people-import-checked-text = To be made: { $new }. To be changed: { $changed }. Rows with an error, which will change nothing: { $errors }.
people-import-go-on = Go on to the confirmation
people-import-correct-columns = Correct the columns
people-import-filter = Filter the rows
people-import-all = All
people-import-new = New
people-import-changed = Changed
people-import-unchanged = Unchanged
people-import-error = Error
people-import-rows-table = Rows of the file
people-import-row = Row
people-import-person = Person
people-import-what = Effect
people-import-difference = Difference or problem
people-import-erased = (erased)
people-import-written = written
people-import-restored = restored
people-import-kept-word = partly kept
people-import-no-rows = No rows
people-import-no-rows-text = No row matches this filter.
people-import-done-title = { $count ->
    [0] Nothing was written
    [one] One person imported
   *[other] { $count } people imported
}
people-import-undone-title = The import is undone
people-import-stopped-title = The import has stopped
people-import-stopped-text = Whoever began it may not import any more. What was written stays; you can undo it.
people-import-kept = { $count ->
    [one] One row was changed by somebody since: that change is kept, the details are below.
   *[other] { $count } rows were changed by somebody since: those changes are kept, the details are below.
}
people-import-undo = Undo this import
people-import-undo-text = Everything that this import changed becomes as it was, but for what somebody changed since. Possible for { $days } days. Anonymised accounts do not come back.
people-import-remove = Delete this file and its check
people-import-removed = The file is deleted.
people-import-result = Download the annotated file
people-import-result-errors = Only the rows to mend
people-import-result-file = import-result
people-import-result-name = Result
people-import-result-row = Original row
people-import-result-outcome = Result
people-import-result-why = Explanation
people-import-result-done = { $word }, written
people-import-result-undone = { $word }, restored
people-import-result-kept = { $word }, partly kept

# Confirmation
people-import-confirm = Confirm the import
people-import-confirm-text = This import makes { $new ->
    [0] no accounts
    [one] one account
   *[other] { $new } accounts
} and changes { $changed ->
    [0] nobody
    [one] one person
   *[other] { $changed } people
}.
people-import-confirm-errors = { $count ->
    [one] One row has an error and will change nothing.
   *[other] { $count } rows have an error and will change nothing.
}
people-import-confirm-welcome = { $count ->
    [0] No letter is sent.
    [one] One welcome letter is sent.
   *[other] { $count } welcome letters are sent.
}
people-import-confirm-silent = No letter is sent.
people-import-confirm-do = { $count ->
    [one] Import one person
   *[other] Import { $count } people
}
people-import-back = Back to the check
people-import-status-title = These people lose or regain access
people-import-status-text = Read this list again. A suspended person is signed out everywhere and cannot come in any more.
people-import-status-forgets = An anonymised person is erased for ever, even if the import is undone later.
people-import-status-yes = I have read the list: these people do change access
people-import-status-anonymised = anonymised
people-import-not-confirmed = Tick the box to confirm that these people lose or regain access.
people-import-another = Another import is being written. Wait until it has ended, then check again before you confirm.
people-import-changed-since = The file or its check has changed since you looked at it. Read the differences again, then confirm.
people-import-passed = This step has passed already: here is how far the import is.
people-import-too-late = This import cannot be undone any more.

# What is wrong with a row
people-import-at = { $column }, “{ $value }”: { $why }
people-import-at-column = { $column }: { $why }
people-import-at-value = “{ $value }”: { $why }
people-import-why-no-key = this row has neither address nor staff number. Add one of them.
people-import-why-no-name = a name is needed to make an account. Add it.
people-import-why-bad-email = this is no e-mail address. Write it like first.last@example.com.
people-import-why-too-long = too long. Keep at most { $most } characters.
people-import-why-bad-phone = this is no phone number. Write only digits, spaces and +.
people-import-why-malformed = this text cannot be read. Type it by hand.
people-import-why-unknown-language = unknown language. Write French or English.
people-import-why-unknown-role = unknown role. Write member, moderator, people administrator, groups administrator or administrator.
people-import-why-unknown-status = unknown status. Write active, suspended or anonymised.
people-import-why-unknown-group = you know no group of this name. Check the name; put a comma between several groups.
people-import-why-archived-group = this group is archived: nobody can enter it.
people-import-why-cannot-erase = this cannot be erased. Leave the cell empty to change nothing.
people-import-why-formula = the formula in this cell gives no result. Mend it in the spreadsheet.
people-import-why-same-person = the same person stands in row { $row } already. Keep only one of the two rows.
people-import-why-two-people = address and staff number belong to two different people. Correct one of them.
people-import-why-not-there = nobody has this address or staff number. Correct it; to make an account, an address is needed.
people-import-why-yourself = this is your own account: an import never changes it. Edit your profile yourself.
people-import-why-protected = this person is an administrator: only an administrator can change them.
people-import-why-roles = only an administrator can give roles. Remove this value.
people-import-why-guest-role = a guest cannot have a role. Remove this value.
people-import-why-last-administrator = this is the last administrator: an import never changes them.
people-import-why-new-not-active = a new account is always active. Remove this value.
people-import-why-changed-meanwhile = this person has changed since the check. Nothing was written; check this row again.
people-import-why-edited-since = changed since the import: kept as it is.
people-import-why-came-in = the person has used this account: it is kept.
people-import-why-anonymised = an anonymised or deleted account cannot come back.

# What is wrong with a file
people-import-file-not-a-sheet = This file is no spreadsheet. Open it in Excel or LibreOffice, save it as .xlsx, .ods or .csv, and send it again.
people-import-file-web-page = This file is a web page that bears the name of a spreadsheet. Open it in Excel or LibreOffice and save it as .xlsx.
people-import-file-password = This file is protected by a password. Save it without a password, and send it again.
people-import-file-broken = This file is damaged or incomplete. Open it in Excel or LibreOffice, save it under another name, and send it again.
people-import-file-empty = This file holds nothing.
people-import-file-too-big = This file is too big once opened. Keep only the sheet and columns that are needed, or save it as .csv.
people-import-file-too-slow = This file takes too long to read. Keep only the sheet and columns that are needed, or save it as .csv.
people-import-file-no-such-sheet = The sheet “{ $sheet }” is not in this file any more. Choose another.
people-import-file-too-many-rows = The sheet “{ $sheet }” has more than { $most } rows. Split it into several files.
people-import-file-far-cell = The sheet “{ $sheet }” has a cell very far from the table, in row { $row }, column { $column }. Delete the rows after the table, and send the file again.
people-import-file-too-many-columns = The sheet “{ $sheet }” has, in row { $row }, a cell beyond column { $most }. Delete the columns after the table, and send the file again.
people-import-file-long-cell = The sheet “{ $sheet }” has a much too long cell in row { $row }, column { $column }. Perhaps a quotation mark is missing.

# The command line
people-import-said-counts = To be made: { $new }, to be changed: { $changed }, unchanged: { $unchanged }, errors: { $errors }
people-import-said-row = Row { $row }: { $why }
people-import-said-done = People written: { $count }
