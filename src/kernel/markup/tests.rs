//! What members write and what attackers write.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use scraper::{Html, Selector};

use super::safe::{CLASSES, SafeHtml, TAGS};
use super::*;

/// What the parser itself puts around a fragment.
const WRAPPERS: [&str; 2] = ["html", "body"];

fn louise() -> Vec<Mention> {
    vec![Mention {
        handle: "louise.moreau".into(),
        name: "Louise <Moreau>".into(),
        url: "/people/louise.moreau".into(),
    }]
}

fn html(source: &str) -> String {
    render(source, "en", &louise()).html.to_string()
}

fn french_html(source: &str) -> String {
    render(source, "fr", &louise()).html.to_string()
}

/// Fails when anything outside the allow-list is in the HTML as a browser would see it.
fn assert_harmless(html: &str, from: &str) {
    for element in Html::parse_fragment(html)
        .tree
        .nodes()
        .filter_map(|n| n.value().as_element())
    {
        let tag = element.name();
        assert!(
            WRAPPERS.contains(&tag) || TAGS.contains(&tag),
            "<{tag}> from {from:?}: {html}"
        );
        for (name, value) in element.attrs() {
            let allowed = match (tag, name) {
                ("a", "href") => {
                    let lower = value.to_ascii_lowercase();
                    lower.starts_with("http://")
                        || lower.starts_with("https://")
                        || lower.starts_with("mailto:")
                        || (lower.starts_with('/') && !lower.starts_with("//"))
                }
                ("a", "rel") => value == "noopener ugc nofollow",
                ("ol", "start") => value.parse::<u64>().is_ok(),
                ("td" | "th", "align") => ["left", "center", "right"].contains(&value),
                (_, "class") => CLASSES.iter().any(|(t, names)| {
                    *t == tag && value.split(' ').all(|v| v.is_empty() || names.contains(&v))
                }),
                _ => false,
            };
            assert!(allowed, "<{tag} {name}={value:?}> from {from:?}: {html}");
        }
    }
}

#[test]
fn ordinary_markdown_becomes_what_people_expect() {
    assert_eq!(html("une\ndeux"), "<p>une<br>\ndeux</p>\n");
    assert_eq!(
        html("# Title\n\n## Two\n\n###### Six"),
        "<h3>Title</h3>\n<h4>Two</h4>\n<h5>Six</h5>\n"
    );
    assert_eq!(
        html("~~old~~ **new**"),
        "<p><del>old</del> <strong>new</strong></p>\n"
    );
    assert!(html("| a | b |\n|---|--:|\n| 1 | 2 |").contains("<td align=\"right\">2</td>"));
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
    assert_eq!(
        html("<div>\nx & y\n</div>"),
        "<p>&lt;div&gt;<br>\nx &amp; y<br>\n&lt;/div&gt;</p>\n"
    );
}

#[test]
fn mentions_of_known_people_become_links() {
    let done = render(
        "Merci @Louise.Moreau. Et @personne, `@louise.moreau`, moi@louise.moreau",
        "en",
        &louise(),
    );
    assert_eq!(done.mentions, ["louise.moreau"]);
    let link = "<a class=\"mention\" href=\"/people/louise.moreau\" rel=\"noopener ugc nofollow\">@Louise &lt;Moreau&gt;</a>. Et @personne";
    assert!(done.html.as_str().contains(link), "{}", done.html);
    assert_eq!(
        done.html.as_str().matches("class=\"mention\"").count(),
        1,
        "{}",
        done.html
    );
    assert!(
        done.excerpt.starts_with("Merci @Louise <Moreau>. Et @personne"),
        "{}",
        done.excerpt
    );
}

#[test]
fn mention_candidates_are_found_where_people_write_them() {
    let text =
        "@anna, (@bob.b-c) @anna a@b.fr `@code` [@lien](https://x.fr) @x @trop_bas\n\n    @bloc\n\n> @cite";
    assert_eq!(mentions(text), ["anna", "bob.b-c", "cite"]);
}

#[test]
fn hashtags_keep_letters_of_all_languages() {
    let done = render(
        "#Fête #l'été #日本 #été_2026, #12 a#b &#38; c#d #À-la https://x.fr/#ancre",
        "fr",
        &[],
    );
    assert_eq!(done.hashtags, ["fête", "l’été", "日本", "été_2026", "à"]);
    assert!(
        done.html
            .as_str()
            .contains("<span class=\"hashtag\">#l’été</span>"),
        "{}",
        done.html
    );
    assert_eq!(hashtag_key("#L'E\u{301}te\u{301}"), "l’été");
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
    for honest in [
        "[Le programme](https://exemple.fr)",
        "[exemple.fr](https://www.exemple.fr/x)",
        "www.exemple.fr",
    ] {
        assert!(!html(honest).contains("link-host"), "{honest}: {}", html(honest));
    }
    assert!(html("[ecrire@banque.fr](mailto:x@evil.example)").contains("(x@evil.example)"));
    assert!(!html("[a](https://banque.fr@evil.example/)").contains("<a"));
    assert!(!html("[a](/groups)").contains("<a"));
    assert!(html("![plan](https://exemple.fr/p.png)").contains(">plan</a>"));
    assert_eq!(
        render("x [y](https://a.fr) https://b.fr", "fr", &[])
            .first_link
            .unwrap()
            .host_str(),
        Some("a.fr")
    );
}

#[test]
fn french_typography_is_put_in_when_shown() {
    let cases = [
        (
            "Bonjour ! Ça va ? Oui ; non.",
            "Bonjour\u{202F}! Ça va\u{202F}? Oui\u{202F}; non.",
        ),
        ("Bonjour! Quoi?!", "Bonjour\u{202F}! Quoi\u{202F}?!"),
        (
            "Lieu : ici, à 10:30, voir a:b",
            "Lieu\u{A0}: ici, à 10:30, voir a:b",
        ),
        ("« oui » et «non»", "«\u{A0}oui\u{A0}» et «\u{A0}non\u{A0}»"),
        (
            "l'été d'Anna aujourd'hui, 'non'",
            "l’été d’Anna aujourd’hui, 'non'",
        ),
        ("86 % de 1248 €", "86\u{A0}% de 1248\u{A0}€"),
        (":) ;) a?b=c", ":) ;) a?b=c"),
        ("**Attention** !", "<strong>Attention</strong>\u{202F}!"),
        ("`l'a ?` !", "<code>l'a ?</code>\u{202F}!"),
    ];
    for (source, shown) in cases {
        assert_eq!(
            french_html(source).replace("&nbsp;", "\u{A0}"),
            format!("<p>{shown}</p>\n"),
            "{source}"
        );
    }
    assert_eq!(html("Really ! It's"), "<p>Really ! It's</p>\n");
    assert!(
        french_html("https://x.fr/a?b=l'c !").contains("href=\"https://x.fr/a?b=l'c\""),
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
    assert_eq!(
        html("a\u{202E}b\u{200B}c\u{2066}d\u{0}e\u{FEFF}"),
        "<p>abcde</p>\n"
    );
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

#[test]
fn classic_payloads_do_nothing() {
    for line in include_str!("payloads.txt").lines().filter(|l| !l.is_empty()) {
        let payload = line
            .replace("\\n", "\n")
            .replace("\\t", "\t")
            .replace("\\0", "\0");
        for source in [
            payload.clone(),
            format!("[x]({payload})"),
            format!("[x](<{payload}>)"),
            format!("![{payload}]({payload} \"{payload}\")"),
            format!("[{payload}](https://a.fr)"),
            format!("# {payload}\n> {payload}\n\n```{payload}\n{payload}\n```\n\n[r]: {payload}\n\n[r]"),
            format!("| {payload} |\n|---|\n| {payload} |"),
            format!("@louise.moreau{payload} #{payload}"),
        ] {
            assert_harmless(&html(&source), &source);
            assert_harmless(&french_html(&source), &source);
        }
        // The sanitiser alone, as if the tree had let the payload through.
        let alone = SafeHtml::sanitised(&payload);
        let parsed = Html::parse_fragment(alone.as_str());
        let links = Selector::parse("a[href]").unwrap();
        for link in parsed.select(&links) {
            let href = link.attr("href").unwrap_or_default().to_ascii_lowercase();
            assert!(!href.contains("script:") && !href.starts_with("data:"), "{alone}");
        }
        for element in parsed.tree.nodes().filter_map(|n| n.value().as_element()) {
            assert!(
                WRAPPERS.contains(&element.name()) || TAGS.contains(&element.name()),
                "{alone}"
            );
            assert!(
                element
                    .attrs()
                    .all(|(name, _)| !name.starts_with("on") && name != "style" && name != "id"),
                "{alone}"
            );
        }
    }
}

#[test]
fn monsters_are_refused_or_quick() {
    let lists: String = (0..340).map(|i| format!("{}- a\n", "  ".repeat(i))).collect();
    // Writing `&` searches the rest of its text each time: quick enough only with an optimised search.
    let ampersands = if cfg!(debug_assertions) { 6_000 } else { 59_999 };
    let monsters = [
        ">".repeat(10_000),
        "> ".repeat(10_000),
        "[".repeat(10_000),
        "![".repeat(10_000),
        "*".repeat(10_000),
        "*a ".repeat(10_000),
        "**a _b ".repeat(8_000),
        "- ".repeat(10_000),
        "1. ".repeat(10_000),
        lists,
        format!("{}a{}", "[".repeat(10_000), "](http://a.fr)".repeat(3_000)),
        "@aa ".repeat(100_000),
        "@aa ".repeat(14_000),
        "#aa ".repeat(14_000),
        "a".repeat(1_000_000),
        "`".repeat(59_999),
        "`a``b```c".repeat(6_000),
        "<".repeat(59_999),
        "<!--".repeat(14_000),
        "&".repeat(ampersands),
        "[a](".repeat(14_000),
        "[a][".repeat(14_000),
        "|a".repeat(29_000),
        format!("{}\n{}\n", "|a".repeat(500), "|-".repeat(500)) + &"|\n".repeat(5_000),
        "www.a.fr ".repeat(6_000),
        "a@b.fr ".repeat(8_000),
        "https://a.fr/((((".repeat(3_000),
        "\u{301}".repeat(59_999),
        "[a]: b\n".repeat(8_000),
        "~a".repeat(29_000),
        "~~a".repeat(19_000),
        "_".repeat(59_999),
        "*_".repeat(29_000),
        format!("{}x{}", "*".repeat(20_000), "*".repeat(20_000)),
        format!("{}x{}", "*_".repeat(5_000), "_*".repeat(5_000)),
        "a\n\n".repeat(19_000),
        "> a\n- b\n".repeat(7_000),
    ];
    // Debug builds of the parsers are some ten times slower than what is shipped.
    let limit = Duration::from_millis(if cfg!(debug_assertions) { 1500 } else { 100 });
    for monster in monsters {
        let head: String = monster.chars().take(12).collect();
        let begin = Instant::now();
        let verdict = check(&monster);
        assert!(
            begin.elapsed() < limit,
            "check of {head:?} took {:?}",
            begin.elapsed()
        );
        let begin = Instant::now();
        let done = render(&monster, "fr", &louise());
        assert!(
            begin.elapsed() < limit * 2,
            "{head:?} ({verdict:?}) took {:?}",
            begin.elapsed()
        );
        assert!(done.html.as_str().len() < 4_000_000);
    }
    assert_eq!(check(&">".repeat(10_000)), Err(TooMuch::Deep));
    assert_eq!(check(&"a".repeat(60_001)), Err(TooMuch::Long));
    assert_eq!(check(&"é".repeat(60_000)), Ok(()));
    assert_eq!(check("> - > 1. a\n\n----------\n\n* * *"), Ok(()));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn sanitising_twice_changes_nothing(parts in proptest::collection::vec(fragment(), 0..12)) {
        let once = SafeHtml::sanitised(&parts.concat());
        prop_assert_eq!(SafeHtml::sanitised(once.as_str()), once.clone());
        assert_no_active_content(once.as_str());
    }

    #[test]
    fn rendered_text_is_stable_and_harmless(parts in proptest::collection::vec(fragment(), 0..12)) {
        let source = parts.concat();
        let once = french_html(&source);
        assert_harmless(&once, &source);
        prop_assert_eq!(SafeHtml::sanitised(&once).to_string(), once);
    }

    #[test]
    fn pieces_joined_are_the_text(text in "[@#a-c.é'’_ \\-]{0,40}") {
        let joined: String = tags::pieces(&text).iter().map(|p| match p {
            tags::Piece::Plain(t) | tags::Piece::Handle(t) | tags::Piece::Tag(t) => *t,
        }).collect();
        prop_assert_eq!(joined, text);
    }
}

fn assert_no_active_content(html: &str) {
    for element in Html::parse_fragment(html)
        .tree
        .nodes()
        .filter_map(|n| n.value().as_element())
    {
        assert!(
            WRAPPERS.contains(&element.name()) || TAGS.contains(&element.name()),
            "{html}"
        );
    }
}

fn fragment() -> impl Strategy<Value = String> {
    let known: Vec<&'static str> = vec![
        "<svg>",
        "</svg>",
        "<math>",
        "<mtext>",
        "<style>",
        "</style>",
        "<table>",
        "<tr>",
        "<td>",
        "<p>",
        "</p>",
        "<a href=x>",
        "<a href=\"javascript:alert(1)\">",
        "</a>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<template>",
        "<noscript>",
        "<title>",
        "<img src=x onerror=alert(1)>",
        "<textarea>",
        "<select>",
        "<form>",
        "<h3>",
        "<li>",
        "<ol start=3>",
        "<span class=task>",
        "&lt;",
        "&amp;lt;",
        "&#60;",
        "\"",
        "'",
        ">",
        "<",
        "[",
        "](",
        ")",
        "`",
        "```\n",
        "> ",
        "- ",
        "\n",
        "\n\n",
        "# ",
        "**",
        "_",
        "~~",
        "@louise.moreau",
        "#été",
        "https://a.fr",
        "javascript:alert(1)",
        "mailto:a@b.fr",
        "| a |\n|---|\n",
        "\\",
        " ",
        "l'été !",
        "« a »",
        "<mglyph>",
        "<xmp>",
        "<plaintext>",
        "<annotation-xml encoding=text/html>",
        "<foreignObject>",
    ];
    prop_oneof![8 => proptest::sample::select(known).prop_map(str::to_owned), 1 => ".{0,6}"]
}
