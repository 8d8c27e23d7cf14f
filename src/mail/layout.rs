//! A letter laid out: as plain text and as HTML that mail programs understand (DESIGN §17).
//!
//! Tables, inline styles, system fonts, nothing fetched from anywhere: no picture tells the sender who has read it.

use askama::Template;

use crate::{app::Config, i18n::T, kernel::Fault, mail::Letter};

/// The letter as it will be sent.
pub(super) struct Laid {
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) html: String,
}

#[derive(Template)]
#[template(path = "mail/letter.html")]
struct Html<'a> {
    t: T,
    lang: &'static str,
    community: &'a str,
    initial: String,
    origin: &'a str,
    letter: &'a Letter,
    button: Option<Button<'a>>,
    preview: &'a str,
}

#[derive(Template)]
#[template(path = "mail/letter.txt")]
struct Text<'a> {
    community: &'a str,
    origin: &'a str,
    letter: &'a Letter,
    quote: Option<String>,
    button: Option<Button<'a>>,
}

/// The one button, with its whole address.
#[derive(Clone)]
struct Button<'a> {
    label: &'a str,
    url: String,
}

/// Lays a letter out.
pub(super) fn lay_out(config: &Config, letter: &Letter) -> Result<Laid, Fault> {
    let (origin, community) = (config.origin(), config.name.as_str());
    let button = letter.button.as_ref().map(|(label, url)| Button { label, url: format!("{origin}{url}") });
    let quote = letter
        .quote
        .as_ref()
        .map(|quote| quote.lines().map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n"));
    let preview =
        letter.quote.as_deref().or(letter.paragraphs.first().map(String::as_str)).unwrap_or_default();
    let html = Html {
        t: letter.locale.t(),
        lang: letter.locale.tag(),
        community,
        initial: community.chars().find(|c| c.is_alphanumeric()).unwrap_or('P').to_uppercase().collect(),
        origin,
        letter,
        button: button.clone(),
        preview,
    };
    let text = Text { community, origin, letter, quote, button };
    Ok(Laid {
        subject: line(&format!("{} · {community}", letter.subject)),
        text: text.render()?,
        html: html.render()?,
    })
}

/// A text as one line, whatever someone put into a name: a header has no second one (SECURITY J-05).
pub(super) fn line(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c })
        .collect();
    // At plain spaces alone: no-break spaces belong to the typography.
    let mut short = plain.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    if short.chars().count() > 200 {
        short = short.chars().take(199).collect();
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_is_one_line() {
        assert_eq!(line("Bonjour\r\nBcc: all@example.org\u{0}"), "Bonjour Bcc: all@example.org");
        assert_eq!(line("Prêt\u{202F}? Oui"), "Prêt\u{202F}? Oui");
        assert_eq!(line(&"a".repeat(10_000)).chars().count(), 200);
    }
}
