# Search.
search-title = Search
search-title-for = Results for “{ $words }”
search-field = Search posts, people and groups
search-button = Search
search-start = What are you looking for
search-start-text = Type a word of a post, a comment or a document, the name of a person or a group. Accents do not matter.
search-tips = Put quotation marks around words that stand together ("general assembly"), a minus before a word to leave out (-budget).
search-types = What you are looking for
search-type =
    { $kind ->
        [posts] Posts
        [files] Documents
        [comments] Comments
        [people] People
        [groups] Groups
       *[all] Everything
    }
search-filters = Filters
search-group = Group
search-group-any = All groups
search-author = Author
search-author-any = Everybody
search-label = Label
search-label-any = Any
search-label-of = { $name } · { $group }
search-period = Period
search-since =
    { $period ->
        [week] This week
        [month] This month
        [year] This year
       *[always] Any date
    }
search-sort = Order
search-sort-best = Closest first
search-sort-recent = Newest first
search-option = { $name } ({ $count })
search-widen = Remove the filters
search-written = Posts and comments:
search-count =
    { $count ->
        [0] no result
        [one] { $count } result
       *[other] { $count } results
    }
search-count-more = more than { $count } results, the newest among them; add a word to be more precise
search-none = No results
search-none-text = Try a shorter word, another one, or check the spelling. The search only looks at what you may read.
search-spelling = Did you mean
search-elsewhere = These words are found elsewhere:
search-directory = Open the directory
search-groups = See the groups
search-all-groups = All groups found
search-all-people = All people found
search-closed = closed group
search-in-document = In the document
search-comment-on = Comment on
search-pages = Pages of results
search-previous = Previous
search-next = Next
search-everything = Everything
search-all-for = All results for “{ $words }”
search-suggestions = Suggestions
