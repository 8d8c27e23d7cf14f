//! What attackers write.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use scraper::{Html, Selector};

use super::safe::{CLASSES, SafeHtml, TAGS};
use super::tests::{french_html, html, louise};
use super::*;

/// What the parser itself puts around a fragment.
const WRAPPERS: [&str; 2] = ["html", "body"];

/// Fails when anything outside the allow-list is in the HTML as a browser would see it.
fn assert_harmless(html: &str, from: &str) {
    for element in Html::parse_fragment(html).tree.nodes().filter_map(|n| n.value().as_element()) {
        let tag = element.name();
        assert!(WRAPPERS.contains(&tag) || TAGS.contains(&tag), "<{tag}> from {from:?}: {html}");
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
fn classic_payloads_do_nothing() {
    for line in include_str!("payloads.txt").lines().filter(|l| !l.is_empty()) {
        let payload = line.replace("\\n", "\n").replace("\\t", "\t").replace("\\0", "\0");
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
            assert!(WRAPPERS.contains(&element.name()) || TAGS.contains(&element.name()), "{alone}");
            assert!(
                element.attrs().all(|(name, _)| !name.starts_with("on") && name != "style" && name != "id"),
                "{alone}"
            );
        }
    }
}

#[test]
fn monsters_are_refused_or_quick() {
    let lists: Vec<String> = (0..340).map(|i| format!("{}- a\n", "  ".repeat(i))).collect();
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
        lists.concat(),
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
        assert!(begin.elapsed() < limit, "check of {head:?} took {:?}", begin.elapsed());
        let begin = Instant::now();
        let done = render(&monster, "fr", &louise());
        assert!(begin.elapsed() < limit * 2, "{head:?} ({verdict:?}) took {:?}", begin.elapsed());
        assert!(done.html.as_str().len() < 4_000_000);
    }
    assert_eq!(check(&">".repeat(10_000)), Err(TooMuch::Deep));
    assert_eq!(check(&"a".repeat(60_001)), Err(TooMuch::Long));
    assert_eq!(check(&"é".repeat(60_000)), Ok(()));
    assert_eq!(check("> - > 1. a\n\n----------\n\n* * *"), Ok(()));
}

#[test]
fn what_cannot_be_written_down_is_settled() {
    for odd in [
        "<p><select><p>",
        "<p><svg><p>",
        "<p><math><mtext><p>",
        "<p><table><p>",
        "<a href=x><table><a href=x>",
        "<form><p><form><p>",
    ] {
        let once = SafeHtml::sanitised(odd);
        assert_eq!(SafeHtml::sanitised(once.as_str()), once, "{odd}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

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
    for element in Html::parse_fragment(html).tree.nodes().filter_map(|n| n.value().as_element()) {
        assert!(WRAPPERS.contains(&element.name()) || TAGS.contains(&element.name()), "{html}");
    }
}

#[expect(clippy::too_many_lines, reason = "a list of fragments")]
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
