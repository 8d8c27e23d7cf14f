//! A group whose every text carries a marker word, made by the verbs, with one of each thing that can be in a group.

use parvis::{
    authz::{
        self, Actor, AskToJoin, CommentOnPost, CreateGroup, InviteToGroup, LabelPost, Level, ManageGroup,
        OpenSurvey, PublishInGroup, ReplyToComment, SharePost, UploadFile, UploadPicture, ViewProfile,
        standing::{CommentPath, GroupPath, MemberPath, NoPath, PostPath, SurveyPath},
    },
    db::Tx,
    features::{
        comments::{self, CommentBody, NewComment},
        files,
        groups::{GroupKind, Looks, Name, NewGroup, Note, Purpose, membership, verbs},
        invitations, labels, pictures,
        posts::{self, NewPost},
        sharing, surveys, uploads,
    },
    i18n::Locale,
    kernel::{
        Body, CommentId, FileId, GroupId, InvitationId, JoinRequestId, LabelId, MemberId, PictureId, PostId,
        SurveyId,
    },
};

use super::{TestApp, world::Person};

/// Stands in every text of the group.
pub const MARKER: &str = "Zibeline";

/// The group and what is in it.
pub struct Secret {
    pub group: GroupId,
    pub slug: String,
    pub post: PostId,
    pub survey: SurveyId,
    pub comment: CommentId,
    pub picture: PictureId,
    pub file: FileId,
    pub upload: FileId,
    pub label: LabelId,
    pub invitation: InvitationId,
    pub request: JoinRequestId,
    pub manager: MemberId,
}

impl TestApp {
    /// A transaction in someone's name.
    pub async fn tx(&self, member: MemberId) -> Tx {
        let signal = self.app.signal.clone();
        Tx::begin(&self.app.db, Some(member), "", self.app.clock.now(), signal).await.expect("a transaction")
    }

    /// Someone as an actor.
    pub async fn actor(&self, member: MemberId) -> Actor {
        Actor::load(&mut self.app.db.acquire().await.unwrap(), member).await.expect("an actor")
    }

    /// A group of someone's, by the verb.
    pub async fn group(&self, owner: &Person, name: &str, level: Level) -> (GroupId, String) {
        let actor = self.actor(owner.id).await;
        let mut tx = self.tx(owner.id).await;
        let permit =
            authz::permit::<CreateGroup>(tx.db(), &actor, NoPath {}).await.expect("anybody may make a group");
        let new = NewGroup {
            name: Name::parse(name).unwrap(),
            purpose: Purpose::parse(&format!("À propos de {name}")).unwrap(),
            level,
            looks: Looks::of("leaf", "feuille"),
            kind: GroupKind::Teamwork,
            lang: Locale::Fr,
        };
        let (id, slug) = verbs::create(&mut tx, &permit, &new).await.expect("a group");
        tx.commit().await.expect("a group");
        (id, slug.as_str().to_owned())
    }

    /// Puts someone into a group, past the doors.
    pub async fn belongs(&self, group: GroupId, member: MemberId, role: &str) {
        let now = self.app.clock.now();
        sqlx::query("insert into memberships (group_id, member_id, role, since) values ($1, $2, $3, $4)")
            .bind(group)
            .bind(member)
            .bind(role)
            .bind(now)
            .execute(&self.app.db)
            .await
            .expect("a membership");
    }

    /// A post, by the verb.
    pub async fn post(
        &self,
        author: MemberId,
        slug: &str,
        text: &str,
        pictures: Vec<(PictureId, String)>,
    ) -> PostId {
        self.post_with(author, slug, text, (pictures, Vec::new())).await
    }

    /// The same with documents.
    async fn post_with(
        &self,
        author: MemberId,
        slug: &str,
        text: &str,
        (pictures, files): (Vec<(PictureId, String)>, Vec<FileId>),
    ) -> PostId {
        let actor = self.actor(author).await;
        let mut tx = self.tx(author).await;
        let permit = authz::permit::<PublishInGroup>(tx.db(), &actor, GroupPath { group: slug.to_owned() })
            .await
            .expect("a permit");
        let words = NewPost::text(format!("{text} en titre"), text, Locale::Fr);
        let new = NewPost { pictures, files, ..words };
        let post = posts::publish(&mut tx, &permit, new).await.expect("a post");
        tx.commit().await.expect("a post");
        post
    }

    /// A share of a post in another group, by the verb.
    pub async fn share(&self, member: MemberId, post: PostId, slug: &str, words: &str) -> PostId {
        let actor = self.actor(member).await;
        let mut tx = self.tx(member).await;
        let may = authz::permit::<SharePost>(tx.db(), &actor, PostPath { post }).await.expect("a permit");
        let into = authz::permit::<PublishInGroup>(tx.db(), &actor, GroupPath { group: slug.to_owned() })
            .await
            .expect("a permit");
        let new = NewPost::text("", words, Locale::Fr);
        let share = sharing::share(&mut tx, &may, &into, new).await.expect("a share");
        tx.commit().await.expect("a share");
        share
    }

    /// A comment, by the verb.
    pub async fn comment(&self, author: MemberId, post: PostId, text: &str) -> CommentId {
        let actor = self.actor(author).await;
        let mut tx = self.tx(author).await;
        let permit =
            authz::permit::<CommentOnPost>(tx.db(), &actor, PostPath { post }).await.expect("a permit");
        let new = NewComment { body: CommentBody::parse(text).unwrap(), lang: Locale::Fr };
        let comment = comments::verbs::comment(&mut tx, &permit, new).await.expect("a comment");
        tx.commit().await.expect("a comment");
        comment
    }

    /// A group of this level in which everything carries the marker.
    pub async fn marked(&self, manager: &Person, level: Level) -> Secret {
        let (group, slug) = self.group(manager, &format!("{MARKER} du cercle"), level).await;
        let picture = self.picture(manager.id).await;
        let file = self.file(manager.id).await;
        let post = self
            .post_with(
                manager.id,
                &slug,
                &format!("{MARKER} au port, #{MARKER}"),
                (vec![(picture, format!("{MARKER} en photo"))], vec![file]),
            )
            .await;
        let comment = self.comment(manager.id, post, &format!("{MARKER} en commentaire")).await;
        self.reply(manager.id, comment, &format!("{MARKER} en réponse")).await;
        let invited = self.person("Irène Invitée").signed_in().await;
        let invitation = self.invite(manager.id, &slug, invited.id).await;
        let request = self.request(&slug, level).await;
        let survey = self.survey(manager.id, &slug).await;
        let label = self.label(manager.id, &slug, post).await;
        Secret {
            label,
            file,
            upload: self.upload(manager.id).await,
            group,
            slug,
            post,
            survey,
            comment,
            picture,
            invitation,
            request,
            manager: manager.id,
        }
    }

    /// A label of the group that bears the marker, on a post.
    async fn label(&self, manager: MemberId, slug: &str, post: PostId) -> LabelId {
        let actor = self.actor(manager).await;
        let mut tx = self.tx(manager).await;
        let keeps = authz::permit::<ManageGroup>(tx.db(), &actor, GroupPath { group: slug.to_owned() }).await;
        let looks = labels::Looks { name: format!("{MARKER} en couleur"), hue: "rose" };
        let keeps = keeps.expect("a permit");
        let label =
            labels::verbs::define(&mut tx, labels::Keeper::Group(&keeps), &looks).await.expect("a label");
        let labels = authz::permit::<LabelPost>(tx.db(), &actor, PostPath { post }).await.expect("a permit");
        labels::verbs::label(&mut tx, &labels, &[label]).await.expect("a labelled post");
        tx.commit().await.expect("a label");
        label
    }

    /// A survey that is asked, whose every text carries the marker.
    async fn survey(&self, author: MemberId, slug: &str) -> SurveyId {
        let text = surveys::Text {
            title: format!("{MARKER} en enquête"),
            intro: format!("{MARKER} vous demande"),
            questions: vec![surveys::Question {
                number: 1,
                kind: surveys::Kind::Scale,
                text: format!("{MARKER} va-t-il ?"),
                ..surveys::Question::default()
            }],
            ..surveys::Text::default()
        };
        let actor = self.actor(author).await;
        let mut tx = self.tx(author).await;
        let permit = authz::permit::<PublishInGroup>(tx.db(), &actor, GroupPath { group: slug.to_owned() })
            .await
            .expect("a permit");
        let survey = surveys::begin(&mut tx, &permit, &text).await.expect("a draft");
        let opening =
            authz::permit::<OpenSurvey>(tx.db(), &actor, SurveyPath { survey }).await.expect("a permit");
        let new = NewPost::text(&text.title, &text.intro, Locale::Fr);
        let post = posts::publish(&mut tx, &permit, new).await.expect("a post");
        surveys::open(&mut tx, &opening, (0, &text), post, None).await.expect("a survey");
        tx.commit().await.expect("a survey");
        survey
    }

    async fn picture(&self, owner: MemberId) -> PictureId {
        let photo = parvis::drawing::landscape(3, parvis::drawing::Scene::Sails, 640, 427);
        let prepared = pictures::prepare(&self.app, photo).await.expect("a picture");
        let actor = self.actor(owner).await;
        let mut tx = self.tx(owner).await;
        let permit = authz::permit::<UploadPicture>(tx.db(), &actor, NoPath {}).await.expect("a permit");
        let picture = pictures::verbs::upload(&mut tx, &permit, prepared).await.expect("a picture");
        tx.commit().await.expect("a picture");
        picture
    }

    async fn file(&self, owner: MemberId) -> FileId {
        let id = uuid::Uuid::now_v7();
        let bytes = super::papers::docx(MARKER);
        let (length, head) = (bytes.len() as u64, bytes.clone());
        self.app.blobs.put(&parvis::blobs::file_key(FileId(id)), bytes).await.expect("a file");
        let name = format!("{MARKER}.docx");
        let kept = parvis::web::stream::Kept { id, name, bytes: length, digest: Vec::new(), head };
        let new = files::NewFile::of(&kept).expect("a document");
        let actor = self.actor(owner).await;
        let mut tx = self.tx(owner).await;
        let permit = authz::permit::<UploadFile>(tx.db(), &actor, NoPath {}).await.expect("a permit");
        let file = files::verbs::upload(&mut tx, &permit, &new).await.expect("a file");
        tx.commit().await.expect("a file");
        file
    }

    /// A film of which nothing has come yet.
    async fn upload(&self, owner: MemberId) -> FileId {
        let actor = self.actor(owner).await;
        let mut tx = self.tx(owner).await;
        let permit = authz::permit::<UploadFile>(tx.db(), &actor, NoPath {}).await.expect("a permit");
        let name = format!("{MARKER}.mp4");
        let upload = uploads::verbs::begin(&mut tx, &permit, &name, 10).await.expect("an upload");
        tx.commit().await.expect("an upload");
        upload
    }

    async fn reply(&self, author: MemberId, comment: CommentId, text: &str) {
        let actor = self.actor(author).await;
        let mut tx = self.tx(author).await;
        let permit = authz::permit::<ReplyToComment>(tx.db(), &actor, CommentPath { comment })
            .await
            .expect("a permit");
        let new = NewComment { body: CommentBody::parse(text).unwrap(), lang: Locale::Fr };
        comments::verbs::reply(&mut tx, &permit, new).await.expect("an answer");
        tx.commit().await.expect("an answer");
    }

    async fn invite(&self, manager: MemberId, slug: &str, whom: MemberId) -> InvitationId {
        let actor = self.actor(manager).await;
        let mut tx = self.tx(manager).await;
        let permit = authz::permit::<InviteToGroup>(tx.db(), &actor, GroupPath { group: slug.to_owned() })
            .await
            .expect("a permit");
        let whom = authz::permit::<ViewProfile>(tx.db(), &actor, MemberPath { member: whom })
            .await
            .expect("a permit");
        let note: Note = Body::parse(&format!("{MARKER} vous attend")).unwrap();
        let invitation =
            invitations::verbs::invite(&mut tx, &permit, &whom, Some(&note)).await.expect("an invitation");
        tx.commit().await.expect("an invitation");
        invitation
    }

    /// A request to join, where there can be one; elsewhere an id that is nobody's.
    async fn request(&self, slug: &str, level: Level) -> JoinRequestId {
        if level != Level::Private {
            return JoinRequestId::new(self.app.clock.now());
        }
        let asker = self.person("Denis Demandeur").signed_in().await;
        let actor = self.actor(asker.id).await;
        let mut tx = self.tx(asker.id).await;
        let permit = authz::permit::<AskToJoin>(tx.db(), &actor, GroupPath { group: slug.to_owned() })
            .await
            .expect("a permit");
        let note: Note = Body::parse("Puis-je entrer ?").unwrap();
        let request = membership::ask(&mut tx, &permit, Some(&note)).await.expect("a request");
        tx.commit().await.expect("a request");
        request
    }
}

impl Secret {
    /// An address with the ids of this group in the places of its parameters.
    pub fn fill(&self, path: &str) -> String {
        let nobody = uuid::Uuid::nil().to_string();
        path.replace("{group}", &self.slug)
            .replace("{post}", &self.post.to_string())
            .replace("{comment}", &self.comment.to_string())
            .replace("{survey}", &self.survey.to_string())
            .replace("{picture}", &self.picture.to_string())
            .replace("{file}", &self.file.to_string())
            .replace("{upload}", &self.upload.to_string())
            .replace("{label}", &self.label.to_string())
            .replace("{invitation}", &self.invitation.to_string())
            .replace("{request}", &self.request.to_string())
            .replace("{edge}", "480")
            .replace("{version}", &nobody)
            .replace("{notice}", &nobody)
            .replace("{letter}", &nobody)
            .replace("{job}", "1")
            .replace("{session}", &"0".repeat(64))
            .replace("{token}", &"0".repeat(40))
    }
}
