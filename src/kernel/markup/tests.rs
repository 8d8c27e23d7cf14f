//! What members write.

use super::*;

pub(super) fn louise() -> Vec<Mention> {
    vec![Mention {
        handle: "louise.moreau".into(),
        name: "Louise <Moreau>".into(),
        url: "/people/louise.moreau".into(),
    }]
}

pub(super) fn html(source: &str) -> String {
    render(source, "en", &louise()).html.to_string()
}

pub(super) fn french_html(source: &str) -> String {
    render(source, "fr", &louise()).html.to_string()
}

#[test]
fn ordinary_markdown_becomes_what_people_expect() {
    assert_eq!(html("une\ndeux"), "<p>une<br>\ndeux</p>\n");
    assert_eq!(html("# Title\n\n## Two\n\n###### Six"), "<h3>Title</h3>\n<h4>Two</h4>\n<h5>Six</h5>\n");
    assert_eq!(html("### Three\n\n## Two\n\n#### Four"), "<h3>Three</h3>\n<h3>Two</h3>\n<h4>Four</h4>\n");
    assert_eq!(html("~~old~~ **new**"), "<p><del>old</del> <strong>new</strong></p>\n");
    assert!(html("| a | b |\n|---|--:|\n| 1 | 2 |").contains("<td align=\"right\">2</td>"));
    assert!(html("|  | b |\n|:--|--|\n| 1 | 2 |").contains("<tr>\n<td></td>\n<th>b</th>\n</tr>"));
    let tasks = html("- [x] done\n- [ ] open");
    assert!(
        tasks.contains("<span class=\"task\">☑</span> done") && tasks.contains("☐</span> open"),
        "{tasks}"
    );
    assert_eq!(
        html("```rust\nlet a = '@louise.moreau';\n```"),
        "<pre><code>let a = '@louise.moreau';\n</code></pre>\n"
    );
}

#[test]
fn raw_html_is_text() {
    assert_eq!(html("a <b>c</b>"), "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n");
    assert_eq!(html("<div>\nx & y\n</div>"), "<p>&lt;div&gt;<br>\nx &amp; y<br>\n&lt;/div&gt;</p>\n");
}

#[test]
fn mentions_of_known_people_become_links() {
    let done =
        render("Merci @Louise.Moreau. Et @personne, `@louise.moreau`, moi@louise.moreau", "en", &louise());
    assert_eq!(done.mentions, ["louise.moreau"]);
    let link = "<a class=\"mention\" href=\"/people/louise.moreau\" rel=\"noopener ugc nofollow\">@Louise &lt;Moreau&gt;</a>. Et @personne";
    assert!(done.html.as_str().contains(link), "{}", done.html);
    assert_eq!(done.html.as_str().matches("class=\"mention\"").count(), 1, "{}", done.html);
    assert!(done.excerpt.starts_with("Merci @Louise <Moreau>. Et @personne"), "{}", done.excerpt);
}

#[test]
fn mention_candidates_are_found_where_people_write_them() {
    let text =
        "@anna, (@bob.b-c) @anna a@b.fr `@code` [@lien](https://x.fr) @x @trop_bas\n\n    @bloc\n\n> @cite";
    assert_eq!(mentions(text), ["anna", "bob.b-c", "cite"]);
}

#[test]
fn hashtags_keep_letters_of_all_languages() {
    let done = render("#Fête #l'été #日本 #été_2026, #12 a#b &#38; c#d #À-la https://x.fr/#ancre", "fr", &[]);
    assert_eq!(done.hashtags, ["fête", "l’été", "日本", "été_2026", "à"]);
    assert!(done.html.as_str().contains("<a class=\"hashtag\" href=\"/hashtags/l%E2%80%99%C3%A9t%C3%A9\" rel=\"noopener ugc nofollow\">#l’été</a>"), "{}", done.html);
    assert_eq!(hashtag_key("#L'E\u{301}te\u{301}"), "l’été");
    assert_eq!(hashtag("L'Été").as_deref(), Some("l’été"));
    for none in ["", "2026", "a b", "a'", "a\"b", "<b>", "é#è"] {
        assert_eq!(hashtag(none), None, "{none:?}");
    }
}

#[test]
fn links_say_where_they_lead() {
    let rel = "rel=\"noopener ugc nofollow\"";
    assert_eq!(
        html("https://exemple.fr/a"),
        format!("<p><a href=\"https://exemple.fr/a\" {rel}>https://exemple.fr/a</a></p>\n")
    );
    let told = "(evil.example)</span>";
    for lie in [
        "[banque.fr](https://evil.example/)",
        "[https://banque.fr/login](https://evil.example/)",
        "[Allez sur www.banque.fr !](https://evil.example)",
        "[**banque**.fr](https://evil.example)",
        "[banque。fr](https://evil.example)",
    ] {
        assert!(html(lie).contains(told), "{lie}: {}", html(lie));
    }
    for honest in
        ["[Le programme](https://exemple.fr)", "[exemple.fr](https://www.exemple.fr/x)", "www.exemple.fr"]
    {
        assert!(!html(honest).contains("link-host"), "{honest}: {}", html(honest));
    }
    assert!(html("[ecrire@banque.fr](mailto:x@evil.example)").contains("(x@evil.example)"));
    assert!(!html("[a](https://banque.fr@evil.example/)").contains("<a"));
    assert!(!html("[a](/groups)").contains("<a"));
    assert!(html("![plan](https://exemple.fr/p.png)").contains(">plan</a>"));
    assert_eq!(
        render("x [y](https://a.fr) https://b.fr", "fr", &[]).first_link.unwrap().host_str(),
        Some("a.fr")
    );
}

#[test]
fn french_typography_is_put_in_when_shown() {
    let cases = [
        ("Bonjour ! Ça va ? Oui ; non.", "Bonjour\u{202F}! Ça va\u{202F}? Oui\u{202F}; non."),
        ("Bonjour! Quoi?!", "Bonjour\u{202F}! Quoi\u{202F}?!"),
        ("Lieu : ici, à 10:30, voir a:b", "Lieu\u{A0}: ici, à 10:30, voir a:b"),
        ("« oui » et «non»", "«\u{A0}oui\u{A0}» et «\u{A0}non\u{A0}»"),
        ("l'été d'Anna aujourd'hui, 'non'", "l’été d’Anna aujourd’hui, 'non'"),
        ("86 % de 1248 €", "86\u{A0}% de 1248\u{A0}€"),
        (":) ;) a?b=c", ":) ;) a?b=c"),
        ("**Attention** !", "<strong>Attention</strong>\u{202F}!"),
        ("`l'a ?` !", "<code>l'a ?</code>\u{202F}!"),
    ];
    for (source, shown) in cases {
        assert_eq!(french_html(source).replace("&nbsp;", "\u{A0}"), format!("<p>{shown}</p>\n"), "{source}");
    }
    assert_eq!(html("Really ! It's"), "<p>Really ! It's</p>\n");
    assert!(
        french_html("https://x.fr/a?b=l'c !").contains(">https://x.fr/a?b=l'c</a>"),
        "{}",
        french_html("https://x.fr/a?b=l'c !")
    );
}

#[test]
fn typography_changes_nothing_twice() {
    for text in ["Bonjour ! « a » l'été : 5 %", "«a»!", "x ;", " !"] {
        assert_eq!(french(&french(text)), french(text));
    }
}

#[test]
fn lying_characters_are_gone() {
    assert_eq!(html("a\u{202E}b\u{200B}c\u{2066}d\u{0}e\u{FEFF}"), "<p>abcde</p>\n");
    let zalgo = format!("z{}", "\u{301}".repeat(4000));
    assert_eq!(html(&zalgo).matches('\u{301}').count(), 8);
    assert_eq!(html("👩‍👩‍👧 é 🏴󠁧󠁢󠁥󠁮󠁧󠁿"), "<p>👩‍👩‍👧 é 🏴󠁧󠁢󠁥󠁮󠁧󠁿</p>\n");
    assert_eq!(mentions("@lou\u{200B}ise"), ["louise"]);
}

#[test]
fn excerpts_end_between_visible_characters() {
    let family = "👩‍👩‍👧".repeat(300);
    let done = render(&family, "fr", &[]);
    assert!(done.excerpt.graphemes(true).count() <= EXCERPT_CHARS && done.excerpt.ends_with('…'));
    let words = "mot ".repeat(100);
    assert!(render(&words, "fr", &[]).excerpt.ends_with("mot…"));
    assert_eq!(render(&words, "fr", &[]).words, 100);
    assert_eq!(render("# A\n\nb *c*\n- d", "fr", &[]).excerpt, "A b c d");
    assert_eq!(excerpt(&"x".repeat(200), 200).len(), 200);
}
