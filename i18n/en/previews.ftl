# Previews of the pages that a post links to.
previews-page-on = Page on the site
previews-show = Show the preview of the link
previews-show-hint = Title, picture and summary of the first page that your text links to. Without the preview, the link stays in the text.
previews-help = When your text contains a link, a preview of the page appears below it a few moments later: the server fetches it, once, and the site does not learn who reads you. To take it off, edit the post.
previews-film-on = Video on
