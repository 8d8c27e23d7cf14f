//! The Markdown tree: parsed, changed into what may be shown, written as HTML.

use std::collections::HashMap;

use comrak::nodes::{Ast, AstNode, LineColumn, ListDelimType, ListType, NodeLink, NodeList, NodeValue};
use comrak::{Arena, Options};
use url::Url;

use super::safe::escape;
use super::tags::{self, Piece};
use super::{Mention, link, typo};
use crate::kernel::url::Url as Local;

type Node<'a> = &'a AstNode<'a>;

/// How a text is to be shown.
pub(super) struct Style<'s> {
    /// French spaces and apostrophes.
    pub(super) french: bool,
    /// Who may be mentioned.
    pub(super) people: &'s [Mention],
}

/// What comes out of the tree, before the sanitiser.
#[derive(Default)]
pub(super) struct Page {
    pub(super) html: String,
    pub(super) plain: String,
    pub(super) hashtags: Vec<String>,
    pub(super) mentions: Vec<String>,
    pub(super) first_link: Option<Url>,
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.autolink = true;
    options.extension.tasklist = true;
    options.render.hardbreaks = true;
    options.render.escape = true;
    options
}

/// The tree of a text.
pub(super) fn parse<'a>(arena: &'a Arena<'a>, text: &str) -> Node<'a> {
    comrak::parse_document(arena, text, &options())
}

/// Whether any node lies deeper than `limit`.
pub(super) fn deeper_than(root: Node<'_>, limit: usize) -> bool {
    let mut level = vec![root];
    for _ in 0..=limit {
        level = level.into_iter().flat_map(AstNode::children).collect();
        if level.is_empty() {
            return false;
        }
    }
    true
}

/// The handles that might be mentions.
pub(super) fn mention_candidates(text: &str) -> Vec<String> {
    let arena = Arena::new();
    let mut found = Seen::default();
    for node in parse(&arena, text).descendants() {
        if let NodeValue::Text(words) = &node.data().value
            && !in_link(node)
        {
            for piece in tags::pieces(words) {
                if let Piece::Handle(written) = piece {
                    found.add(written.trim_start_matches('@').to_ascii_lowercase());
                }
            }
        }
    }
    found.order
}

/// The page of a text that fits the limits.
pub(super) fn render(text: &str, style: &Style<'_>) -> Page {
    let arena = Arena::new();
    let root = parse(&arena, text);
    let mut page = Page::default();
    let mut work = Work {
        arena: &arena,
        french: style.french,
        people: style.people.iter().map(|m| (m.handle.to_ascii_lowercase(), m)).collect(),
        hashtags: Seen::default(),
        mentions: Seen::default(),
        first_link: None,
        heading: ABOVE,
        shallowest: 1,
    };
    // Collected first: the tree changes while we walk.
    let nodes: Vec<Node<'_>> = root.descendants().collect();
    work.shallowest = nodes.iter().filter_map(|node| heading(node)).min().unwrap_or(1);
    for node in &nodes {
        work.block(node);
    }
    for node in root.descendants().collect::<Vec<_>>() {
        work.link(node);
    }
    for node in root.descendants().collect::<Vec<_>>() {
        work.text(node);
    }
    page.plain = plain(root);
    // Writing into a String cannot fail; were it to, the text would be shown empty rather than half.
    if comrak::format_html(root, &options(), &mut page.html).is_err() {
        page.html.clear();
    }
    // The empty corner of a table heads nothing. What people write is escaped: these signs are comrak's own.
    for align in ["", " align=\"left\"", " align=\"center\"", " align=\"right\""] {
        page.html = page.html.replace(&format!("<th{align}></th>"), "<td></td>");
    }
    page.hashtags = work.hashtags.order;
    page.mentions = work.mentions.order;
    page.first_link = work.first_link;
    page
}

/// Plain paragraphs, for a text beyond the limits.
pub(super) fn render_plain(text: &str) -> Page {
    let cut: String = text.chars().take(super::MAX_CHARS).collect();
    let html = cut.split("\n\n").fold(String::new(), |mut html, paragraph| {
        html.push_str("<p>");
        html.push_str(&escape(paragraph).replace('\n', "<br>"));
        html.push_str("</p>\n");
        html
    });
    Page { html, plain: cut.split_whitespace().collect::<Vec<_>>().join(" "), ..Page::default() }
}

/// A list without repetition, in order of first appearance.
#[derive(Default)]
struct Seen {
    order: Vec<String>,
    known: std::collections::HashSet<String>,
}

impl Seen {
    fn add(&mut self, word: String) {
        if self.known.insert(word.clone()) {
            self.order.push(word);
        }
    }
}

/// The level of the heading that stands above a text: the title of its post.
const ABOVE: u8 = 2;

fn heading(node: Node<'_>) -> Option<u8> {
    match &node.data().value {
        NodeValue::Heading(heading) => Some(heading.level),
        _ => None,
    }
}

struct Work<'a, 's> {
    arena: &'a Arena<'a>,
    french: bool,
    people: HashMap<String, &'s Mention>,
    hashtags: Seen,
    mentions: Seen,
    first_link: Option<Url>,
    /// The level of the last heading.
    heading: u8,
    /// The least level that was typed.
    shallowest: u8,
}

impl<'a> Work<'a, '_> {
    fn new_node(&self, value: NodeValue) -> Node<'a> {
        self.arena.alloc(AstNode::from(Ast::new(value, LineColumn { line: 0, column: 0 })))
    }

    fn text_node(&self, text: impl Into<String>) -> Node<'a> {
        self.new_node(NodeValue::Text(text.into().into()))
    }

    /// Headings below the page's own and none left out between them (screen readers walk by them), raw HTML as text, tasks as signs, pictures as links.
    fn block(&mut self, node: Node<'a>) {
        let mut data = node.data_mut();
        match &mut data.value {
            NodeValue::Heading(heading) => {
                let level = heading.level.saturating_sub(self.shallowest) + ABOVE + 1;
                heading.level = level.min(self.heading + 1).min(5);
                self.heading = heading.level;
            }
            NodeValue::HtmlInline(raw) => data.value = NodeValue::Text(std::mem::take(raw).into()),
            NodeValue::HtmlBlock(raw) => {
                let raw = std::mem::take(&mut raw.literal);
                data.value = NodeValue::Paragraph;
                drop(data);
                for (i, line) in raw.trim_end().lines().enumerate() {
                    if i > 0 {
                        node.append(self.new_node(NodeValue::LineBreak));
                    }
                    node.append(self.text_node(line));
                }
            }
            NodeValue::TaskItem(task) => {
                let sign = if task.symbol.is_some() { '☑' } else { '☐' };
                data.value = NodeValue::Item(bullet());
                drop(data);
                let mark = self.new_node(NodeValue::Raw(format!("<span class=\"task\">{sign}</span> ")));
                if let Some(first) = node.first_child() {
                    first.prepend(mark);
                }
            }
            NodeValue::Image(picture) => {
                let url = std::mem::take(&mut picture.url);
                data.value = NodeValue::Link(Box::new(NodeLink { url: url.clone(), title: String::new() }));
                drop(data);
                if node.first_child().is_none() {
                    node.append(self.text_node(url));
                }
            }
            _ => {}
        }
    }

    /// Only links that may stand, telling where they lead; others leave their text behind.
    fn link(&mut self, node: Node<'a>) {
        let raw = match &node.data().value {
            NodeValue::Link(found) => found.url.clone(),
            _ => return,
        };
        let good = link::target(&raw).filter(|_| !in_link(node));
        let Some(target) = good else {
            let children: Vec<Node<'a>> = node.children().collect();
            for child in children {
                node.insert_before(child);
            }
            node.detach();
            return;
        };
        if link::lies(&inner_text(node), &target) {
            let host = escape(&target.place);
            node.insert_after(
                self.new_node(NodeValue::Raw(format!(" <span class=\"link-host\">({host})</span>"))),
            );
        }
        if self.first_link.is_none() {
            self.first_link.clone_from(&target.web);
        }
        if node.first_child().is_none() {
            node.append(self.text_node(target.place.clone()));
        }
        node.data_mut().value =
            NodeValue::Link(Box::new(NodeLink { url: target.href, title: String::new() }));
    }

    /// Mentions, hashtags and French typography in running text.
    fn text(&mut self, node: Node<'a>) {
        let words = match &node.data().value {
            NodeValue::Text(words) => words.to_string(),
            _ => return,
        };
        if in_link(node) {
            if self.french && !words.contains("://") && !words.contains('@') && words.contains(' ') {
                node.data_mut().value = NodeValue::Text(typo::french(&words).into());
            }
            return;
        }
        let mut rest = String::new();
        for piece in tags::pieces(&words) {
            match self.special(&piece) {
                Ok(html) => {
                    self.flush(node, &mut rest);
                    node.insert_before(self.new_node(NodeValue::Raw(html)));
                }
                Err(plain) => rest.push_str(plain),
            }
        }
        self.flush(node, &mut rest);
        node.detach();
    }

    /// The HTML of a mention or hashtag; the words when it is neither.
    fn special<'t>(&mut self, piece: &Piece<'t>) -> Result<String, &'t str> {
        match *piece {
            Piece::Plain(text) => Err(text),
            Piece::Handle(written) => {
                let handle = written.trim_start_matches('@').to_ascii_lowercase();
                let person = self.people.get(&handle).copied().ok_or(written)?;
                self.mentions.add(handle);
                let (url, name) = (escape(&person.url), escape(&person.name));
                Ok(format!("<a class=\"mention\" href=\"{url}\">@{name}</a>"))
            }
            Piece::Tag(written) => {
                let key = tags::hashtag_key(written);
                let to = escape(Local::path("/hashtags").join(&key).as_str());
                self.hashtags.add(key);
                let shown = if self.french { written.replace('\'', "’") } else { written.to_owned() };
                Ok(format!("<a class=\"hashtag\" href=\"{to}\">{}</a>", escape(&shown)))
            }
        }
    }

    fn flush(&self, node: Node<'a>, rest: &mut String) {
        if !rest.is_empty() {
            let shown = if self.french { typo::french(rest) } else { std::mem::take(rest) };
            rest.clear();
            node.insert_before(self.text_node(shown));
        }
    }
}

fn bullet() -> NodeList {
    NodeList {
        list_type: ListType::Bullet,
        marker_offset: 0,
        padding: 2,
        start: 1,
        delimiter: ListDelimType::Period,
        bullet_char: b'-',
        tight: true,
        is_task_list: false,
    }
}

fn in_link(node: Node<'_>) -> bool {
    node.ancestors().skip(1).any(|up| matches!(up.data().value, NodeValue::Link(_)))
}

fn inner_text(node: Node<'_>) -> String {
    let mut out = String::new();
    for inner in node.descendants() {
        match &inner.data().value {
            NodeValue::Text(words) => out.push_str(words),
            NodeValue::Code(code) => out.push_str(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => out.push(' '),
            _ => {}
        }
    }
    out
}

/// The words alone, on one line.
fn plain(root: Node<'_>) -> String {
    let mut out = String::new();
    for node in root.descendants() {
        match &node.data().value {
            NodeValue::Text(words) => out.push_str(words),
            NodeValue::Code(code) => out.push_str(&code.literal),
            NodeValue::Raw(html) => out.push_str(&words_of(html)),
            NodeValue::CodeBlock(code) => {
                out.push(' ');
                out.push_str(&code.literal);
            }
            value if value.block() => out.push(' '),
            NodeValue::SoftBreak | NodeValue::LineBreak => out.push(' '),
            _ => {}
        }
    }
    // Not split_whitespace: the fixed spaces of French stay.
    out.split([' ', '\n', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The text of the few pieces of HTML that this module writes itself.
fn words_of(html: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            _ if !inside => out.push(c),
            _ => {}
        }
    }
    out.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}
