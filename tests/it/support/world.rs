//! The people a test finds in the house.

use parvis::{kernel::MemberId, web::session::Store};
use tower_sessions::{SessionStore as _, session::Record};

use super::{TestApp, Visitor};

/// Someone about to have an account.
pub struct NewPerson<'a> {
    app: &'a TestApp,
    name: String,
    email: String,
    external: bool,
    site_role: &'static str,
    locale: &'static str,
}

/// A person with an account, and a browser in which they are signed in.
pub struct Person {
    pub id: MemberId,
    pub name: String,
    pub email: String,
    pub browser: Visitor,
}

impl std::ops::Deref for Person {
    type Target = Visitor;

    fn deref(&self) -> &Visitor {
        &self.browser
    }
}

impl std::ops::DerefMut for Person {
    fn deref_mut(&mut self) -> &mut Visitor {
        &mut self.browser
    }
}

impl Person {
    /// Signs in anew, where time has ended the session.
    pub async fn returns(&mut self, app: &TestApp) {
        self.browser.set_cookie("session", &session(app, self.id).await);
    }
}

impl TestApp {
    /// Someone of this name; they read French, as most do.
    pub fn person(&self, name: &str) -> NewPerson<'_> {
        let email =
            format!("{}@estuaire.test", name.to_lowercase().replace(' ', ".").replace(['é', 'è'], "e"));
        NewPerson {
            app: self,
            name: name.to_owned(),
            email,
            external: false,
            site_role: "member",
            locale: "fr",
        }
    }

    /// Someone of this name, signed in.
    pub async fn signed_in(&self, name: &str) -> Person {
        self.person(name).signed_in().await
    }

    /// Another browser of someone, signed in as well.
    pub async fn another_browser(&self, person: &Person) -> Visitor {
        self.browser_of(person.id).await
    }

    /// A browser in which someone is signed in.
    pub async fn browser_of(&self, member: MemberId) -> Visitor {
        let mut browser = self.visitor();
        browser.set_cookie("session", &session(self, member).await);
        browser
    }
}

impl NewPerson<'_> {
    /// A guest of the platform.
    pub fn external(mut self) -> Self {
        self.external = true;
        self
    }

    /// With a role on the platform.
    pub fn with_role(mut self, site_role: &'static str) -> Self {
        self.site_role = site_role;
        self
    }

    /// Who reads English.
    pub fn english(mut self) -> Self {
        self.locale = "en";
        self
    }

    /// Makes the account and opens a browser in which it is signed in.
    pub async fn signed_in(self) -> Person {
        let now = self.app.app.clock.now();
        let id = MemberId::new(now);
        let handle = self.email.split('@').next().unwrap_or_default().to_owned();
        sqlx::query(
            "insert into members (id, handle, name, email, site_role, external, locale, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(id)
        .bind(handle)
        .bind(&self.name)
        .bind(&self.email)
        .bind(self.site_role)
        .bind(self.external)
        .bind(self.locale)
        .bind(now)
        .execute(&self.app.app.db)
        .await
        .expect("the account can be made");
        let browser = self.app.browser_of(id).await;
        Person { id, name: self.name, email: self.email, browser }
    }
}

/// A session as signing in makes it, through the same store.
async fn session(app: &TestApp, member: MemberId) -> String {
    let mut record = Record {
        id: tower_sessions::session::Id::default(),
        data: [("member".to_owned(), serde_json::json!(member))].into(),
        expiry_date: time::OffsetDateTime::now_utc() + parvis::web::session::LIFE,
    };
    Store::new(app.app.db.clone()).create(&mut record).await.expect("the session can be kept");
    record.id.to_string()
}
