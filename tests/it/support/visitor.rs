//! A person with a browser without script: reads pages, follows links by their words, fills fields by their labels,
//! presses buttons. It submits the real form with its real field names, so it tests the seam between templates and
//! handlers that no compiler sees.

use std::{collections::BTreeMap, fmt::Write as _};

use axum::{
    Router,
    body::{Body, Bytes},
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use scraper::{ElementRef, Html, Selector};
use tower::ServiceExt as _;

use super::app::ORIGIN;

/// A browser.
#[derive(Clone)]
pub struct Visitor {
    router: Router,
    cookies: BTreeMap<String, String>,
    pub page: Page,
    typed: Vec<(String, String)>,
    files: Vec<(String, String, Vec<u8>)>,
    fragment: bool,
}

/// What the browser shows.
#[derive(Clone, Debug, Default)]
pub struct Page {
    pub address: String,
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Page {
    /// The markup.
    pub fn html(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The words, without markup, white space folded, typographic characters as one types them.
    pub fn text(&self) -> String {
        plain(&Html::parse_document(&self.html()).root_element())
    }
}

/// The words of an element.
fn plain(element: &ElementRef<'_>) -> String {
    let mut text = String::new();
    collect(*element, &mut text);
    fold(&text)
}

fn collect(element: ElementRef<'_>, text: &mut String) {
    if ["script", "style", "template", "svg"].contains(&element.value().name()) {
        return;
    }
    for child in element.children() {
        if let Some(words) = child.value().as_text() {
            text.push_str(words);
        } else if let Some(element) = ElementRef::wrap(child) {
            let inline = ["a", "b", "i", "em", "strong", "span", "mark", "code", "abbr"]
                .contains(&element.value().name());
            text.push_str(if inline { "" } else { " " });
            collect(element, text);
            text.push_str(if inline { "" } else { " " });
        }
    }
}

/// One space for all white space, straight apostrophes: tests are written with an ordinary keyboard.
pub fn fold(text: &str) -> String {
    text.replace('’', "'").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn select(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|_| panic!("{css} is not a selector"))
}

impl Visitor {
    /// A browser without cookies.
    pub fn new(router: Router) -> Self {
        Self {
            router,
            cookies: BTreeMap::new(),
            page: Page::default(),
            typed: Vec::new(),
            files: Vec::new(),
            fragment: false,
        }
    }

    /// Puts a cookie into the jar.
    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    /// The value of a cookie.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// Asks as a script does that wants only the part that changes.
    pub fn as_fragment(&mut self) -> &mut Self {
        self.fragment = true;
        self
    }

    /// Goes to an address and follows redirects.
    pub async fn visit(&mut self, address: &str) -> &mut Self {
        self.go(Method::GET, address, &[], Vec::new()).await
    }

    /// Sends a form by hand, for what no page offers.
    pub async fn post(&mut self, address: &str, fields: &[(&str, &str)]) -> &mut Self {
        let body = urlencoded(fields.iter().map(|(name, value)| (*name, *value)));
        self.go(Method::POST, address, &[("content-type", "application/x-www-form-urlencoded")], body).await
    }

    /// Sends anything, following nothing.
    pub async fn send(
        &mut self,
        method: Method,
        address: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> &mut Self {
        self.send_body(method, address, headers, Body::from(body)).await
    }

    /// The same with a body that need not come whole.
    pub async fn send_body(
        &mut self,
        method: Method,
        address: &str,
        headers: &[(&str, &str)],
        body: Body,
    ) -> &mut Self {
        let mut request = Request::builder().method(method.clone()).uri(address);
        if !headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("sec-fetch-site")) {
            request = request.header("sec-fetch-site", "same-origin").header(header::ORIGIN, ORIGIN);
        }
        if self.fragment {
            request = request.header("parvis-fragment", "1");
        }
        if !self.cookies.is_empty() {
            let jar: Vec<String> =
                self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(header::COOKIE, jar.join("; "));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let answer =
            self.router.clone().oneshot(request.body(body).expect("a request")).await.expect("an answer");
        let (parts, body) = answer.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            self.keep(cookie.to_str().unwrap_or_default());
        }
        let body = axum::body::to_bytes(body, 64 * 1024 * 1024).await.unwrap_or_default();
        self.page = Page { address: address.to_owned(), status: parts.status, headers: parts.headers, body };
        self
    }

    fn keep(&mut self, cookie: &str) {
        let Some((name, rest)) = cookie.split_once('=') else {
            return;
        };
        let value = rest.split(';').next().unwrap_or_default();
        if value.is_empty() || cookie.to_lowercase().contains("max-age=0") {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }

    async fn go(
        &mut self,
        method: Method,
        address: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> &mut Self {
        self.typed.clear();
        self.files.clear();
        self.send(method, address, headers, body).await;
        for _ in 0..8 {
            if !self.page.status.is_redirection() {
                break;
            }
            let to = self
                .page
                .headers
                .get(header::LOCATION)
                .and_then(|to| to.to_str().ok())
                .unwrap_or_default()
                .to_owned();
            let to = to.strip_prefix(ORIGIN).unwrap_or(&to).split('#').next().unwrap_or_default().to_owned();
            self.send(Method::GET, &to, &[], Vec::new()).await;
        }
        self
    }

    /// Follows the link with these words (or this accessible name).
    pub async fn click(&mut self, words: &str) -> &mut Self {
        let to = {
            let page = Html::parse_document(&self.page.html());
            let link = page.select(&select("a[href]")).find(|link| named(link, words));
            let link = link.unwrap_or_else(|| self.fail(&format!("there is no link “{words}”")));
            link.value().attr("href").unwrap_or_default().to_owned()
        };
        self.visit(to.split('#').next().unwrap_or_default()).await
    }

    /// Types into the field with this label. Fails on a field without one.
    pub fn fill(&mut self, label: &str, value: &str) -> &mut Self {
        let name = self.field(label);
        self.typed.retain(|(typed, _)| *typed != name);
        self.typed.push((name, value.to_owned()));
        self
    }

    /// Chooses the option with these words: a radio button, a check box or an entry of a select.
    pub fn choose(&mut self, words: &str) -> &mut Self {
        let (name, value) = {
            let page = Html::parse_document(&self.page.html());
            let boxed = page.select(&select("label")).find(|label| starts(label, words)).and_then(|label| {
                let inside = label.select(&select("input")).next();
                inside.or_else(|| {
                    let id = label.value().attr("for")?;
                    page.select(&select("input")).find(|input| input.value().attr("id") == Some(id))
                })
            });
            let entry = || {
                let entry =
                    page.select(&select("option")).find(|entry| fold(&plain(entry)) == fold(words))?;
                let list = entry
                    .ancestors()
                    .filter_map(ElementRef::wrap)
                    .find(|element| element.value().name() == "select")?;
                Some((
                    list.value().attr("name")?.to_owned(),
                    entry.value().attr("value").unwrap_or_default().to_owned(),
                ))
            };
            boxed
                .and_then(|input| {
                    let value = input.value().attr("value").unwrap_or("on").to_owned();
                    Some((input.value().attr("name")?.to_owned(), value))
                })
                .or_else(entry)
                .unwrap_or_else(|| self.fail(&format!("there is nothing to choose called “{words}”")))
        };
        self.typed.push((name, value));
        self
    }

    /// Sends a field with the next form that this form may not offer.
    pub fn insist(&mut self, name: &str, value: &str) -> &mut Self {
        self.typed.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Puts a file into the field with this label.
    pub fn attach(&mut self, label: &str, file_name: &str, bytes: Vec<u8>) -> &mut Self {
        let name = self.field(label);
        self.files.push((name, file_name.to_owned(), bytes));
        self
    }

    fn field(&self, label: &str) -> String {
        let page = Html::parse_document(&self.page.html());
        let by_label = page.select(&select("label")).filter(|found| starts(found, label)).find_map(|found| {
            let id = found.value().attr("for")?;
            page.select(&select("input, textarea, select")).find(|field| field.value().attr("id") == Some(id))
        });
        let by_name = || {
            page.select(&select("input, textarea, select"))
                .find(|field| field.value().attr("aria-label").is_some_and(|name| fold(name) == fold(label)))
        };
        let field =
            by_label.or_else(by_name).unwrap_or_else(|| self.fail(&format!("there is no field “{label}”")));
        field
            .value()
            .attr("name")
            .unwrap_or_else(|| self.fail(&format!("the field “{label}” has no name")))
            .to_owned()
    }

    /// Presses the button with these words and sends its form with what was typed.
    pub async fn press(&mut self, words: &str) -> &mut Self {
        let (method, action, fields, multipart) = self.form_of(words);
        if method == Method::GET {
            let query = String::from_utf8(urlencoded(
                fields.iter().map(|(name, value)| (name.as_str(), value.as_str())),
            ))
            .unwrap_or_default();
            return self.visit(&format!("{action}?{query}")).await;
        }
        if multipart {
            let files = std::mem::take(&mut self.files);
            let (kind, body) = multipart_body(&fields, &files);
            return self.go(Method::POST, &action, &[("content-type", &kind)], body).await;
        }
        let body = urlencoded(fields.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        self.go(Method::POST, &action, &[("content-type", "application/x-www-form-urlencoded")], body).await
    }

    fn form_of(&self, words: &str) -> (Method, String, Vec<(String, String)>, bool) {
        let page = Html::parse_document(&self.page.html());
        let button = page
            .select(&select("button, input[type=submit]"))
            .find(|button| named(button, words) && button.value().attr("type") != Some("button"));
        let button = button.unwrap_or_else(|| self.fail(&format!("there is no button “{words}”")));
        let form = button.value().attr("form").map_or_else(
            || {
                button
                    .ancestors()
                    .filter_map(ElementRef::wrap)
                    .find(|element| element.value().name() == "form")
            },
            |id| page.select(&select("form")).find(|form| form.value().attr("id") == Some(id)),
        );
        let form = form.unwrap_or_else(|| self.fail(&format!("the button “{words}” has no form")));
        let mut fields = fields(&form);
        for (name, _) in &self.typed {
            fields.retain(|(field, _)| field != name);
        }
        fields.extend(self.typed.iter().cloned());
        if let Some(name) = button.value().attr("name") {
            fields.push((name.to_owned(), button.value().attr("value").unwrap_or_default().to_owned()));
        }
        let post = form.value().attr("method").is_some_and(|method| method.eq_ignore_ascii_case("post"));
        let action = button
            .value()
            .attr("formaction")
            .or(form.value().attr("action"))
            .unwrap_or(&self.page.address)
            .to_owned();
        let multipart = form.value().attr("enctype") == Some("multipart/form-data");
        (if post { Method::POST } else { Method::GET }, action, fields, multipart)
    }

    /// Expects to read these words.
    #[track_caller]
    pub fn sees(&mut self, words: &str) -> &mut Self {
        if !self.page.text().contains(&fold(words)) {
            self.fail(&format!("“{words}” is not to be read"));
        }
        self
    }

    /// Expects not to read these words.
    #[track_caller]
    pub fn misses(&mut self, words: &str) -> &mut Self {
        if self.page.text().contains(&fold(words)) {
            self.fail(&format!("“{words}” is to be read"));
        }
        self
    }

    /// Expects this status.
    #[track_caller]
    pub fn has_status(&mut self, status: u16) -> &mut Self {
        if self.page.status.as_u16() != status {
            self.fail(&format!("the status is {}, not {status}", self.page.status));
        }
        self
    }

    /// Expects an element.
    #[track_caller]
    pub fn has(&mut self, css: &str) -> &mut Self {
        if Html::parse_document(&self.page.html()).select(&select(css)).next().is_none() {
            self.fail(&format!("there is no {css}"));
        }
        self
    }

    /// Expects no such element.
    #[track_caller]
    pub fn lacks(&mut self, css: &str) -> &mut Self {
        if Html::parse_document(&self.page.html()).select(&select(css)).next().is_some() {
            self.fail(&format!("there is a {css}"));
        }
        self
    }

    /// The value of an attribute of the first such element.
    pub fn attribute(&self, css: &str, name: &str) -> Option<String> {
        Html::parse_document(&self.page.html())
            .select(&select(css))
            .next()?
            .value()
            .attr(name)
            .map(str::to_owned)
    }

    #[track_caller]
    fn fail(&self, why: &str) -> ! {
        let mut text = self.page.text();
        text.truncate(text.char_indices().nth(3_000).map_or(text.len(), |(end, _)| end));
        panic!("{why}\nat {} ({})\n{text}", self.page.address, self.page.status);
    }
}

/// Whether an element's accessible name is (or its words are) these.
fn named(element: &ElementRef<'_>, words: &str) -> bool {
    let label = element.value().attr("aria-label").or(element.value().attr("title")).map(fold);
    fold(&plain(element)) == fold(words) || label.is_some_and(|label| label == fold(words))
}

fn starts(element: &ElementRef<'_>, words: &str) -> bool {
    let text = plain(element);
    text == fold(words)
        || text.strip_prefix(&fold(words)).is_some_and(|rest| rest.starts_with([' ', '(', ':', ',']))
}

/// The fields of a form as a browser would send them.
fn fields(form: &ElementRef<'_>) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for field in form.select(&select("input[name], textarea[name], select[name]")) {
        let element = field.value();
        let name = element.attr("name").unwrap_or_default().to_owned();
        if element.attr("disabled").is_some() {
            continue;
        }
        match (element.name(), element.attr("type").unwrap_or("text")) {
            ("input", "file" | "submit" | "button" | "image") => {}
            ("input", "checkbox" | "radio") if element.attr("checked").is_none() => {}
            ("input", _) => fields.push((name, element.attr("value").unwrap_or_default().to_owned())),
            ("textarea", _) => {
                let text: String = field.text().collect();
                fields.push((name, text.strip_prefix('\n').unwrap_or(&text).to_owned()));
            }
            _ => {
                let options = select("option");
                let chosen = field.select(&options).find(|option| option.value().attr("selected").is_some());
                if let Some(option) = chosen.or_else(|| field.select(&options).next()) {
                    fields.push((name, option.value().attr("value").unwrap_or_default().to_owned()));
                }
            }
        }
    }
    fields
}

fn urlencoded<'a>(fields: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<u8> {
    let mut out = url::form_urlencoded::Serializer::new(String::new());
    for (name, value) in fields {
        out.append_pair(name, value);
    }
    out.finish().into_bytes()
}

pub fn multipart_body(fields: &[(String, String)], files: &[(String, String, Vec<u8>)]) -> (String, Vec<u8>) {
    let line = "----parvis-test-boundary";
    let mut body = Vec::new();
    for (name, value) in fields {
        let mut part = String::new();
        let _ =
            write!(part, "--{line}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(part.as_bytes());
    }
    for (name, file, bytes) in files {
        let mut part = String::new();
        let _ = write!(
            part,
            "--{line}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(part.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{line}--\r\n").as_bytes());
    (format!("multipart/form-data; boundary={line}"), body)
}
