# The files of posts: documents, sound and films.
files-title = Documents
files-label = Documents and videos
files-help = { $most } at most, of { $heaviest } each: documents, archives, sound, videos (a .vtt file captions the video of the same name). The place in MP4 and MOV videos and the author in unsigned PDF and office documents are erased.
files-many = { $most } documents per post at most.
files-kind-any = This type of file is not accepted. You can put it into a zip archive.
files-kind = “{ $name }” is of a type that is not accepted. You can put it into a zip archive.
files-picture = “{ $name }” is a picture: add it with the field “Photos”.
files-lies = “{ $name }” does not contain what its name says. Open it in its program, save it again, then send it again.
files-missing = No file has arrived, or it is empty. Choose it again.
files-gone = One of the documents is no longer available. Remove it and add it again.
files-failed = This document could not be sent.
files-sending = Sending the document
files-at = { $n }% sent
files-soon = less than a minute
files-minutes = { $n } min left
files-waiting = The connection is cut. Sending will go on by itself where it stopped.
files-out = You are signed out. Sign in in another tab: sending will go on where it stopped.
files-paused = Paused, { $n }% sent. Even after closing this page it goes on, for a day, if you choose this file again.
files-pause = Pause
files-go-on = Go on
files-sent = The document is sent.
files-retry = Try again
files-up = Move up
files-down = Move down
files-remove = Remove this document
files-number = Place of document { $n }
files-more = { $count ->
    [one] and { $count } more document
   *[other] and { $count } more documents
}
files-no-player = Your browser does not play this file. Save it to open it in another program.
files-captions = { $lang ->
    [fr] French captions
    [en] English captions
   *[other] Captions
}
files-pages = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}
files-page = Page { $n }
files-first-pages = The first { $shown } pages of { $all }. Download the document to read on.
files-text = Text of the document
files-text-help = The text alone, without its layout: to copy it, to search it or to have it read aloud.
files-text-cut = The text goes on. Download the document to read on.
files-download = Download
files-download-this = Download { $name }
files-preview-soon = The preview is coming
files-preview-soon-text = It is being made: reload the page in a moment, or download the document.
files-no-preview = This document has no preview
files-no-preview-text = Download it to open it in its own program.
files-lasts = Length:
