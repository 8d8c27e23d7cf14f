//! Letters: laid out, sent over SMTP once, tried again, given up, kept where there is no server.

use mail_parser::MessageParser;
use parvis::{
    i18n::Locale,
    jobs,
    kernel::{EmailAddress, LetterId, Url},
    mail::{self, Letter},
};

use crate::support::{
    TestApp,
    smtp::{self, Security, SmtpSink},
};

fn letter(to: &str) -> Letter {
    Letter {
        kind: "test",
        member: None,
        to: EmailAddress::parse(to).unwrap(),
        to_name: "Zoé \"Z\" Martin, Inc.\r\nBcc: everybody@estuaire.test".to_owned(),
        locale: Locale::Fr,
        subject: "Bonjour <b>Zoé</b>\r\nBcc: everybody@estuaire.test".to_owned(),
        paragraphs: vec!["Premier <script>paragraphe</script>.".to_owned(), "Second.".to_owned()],
        quote: Some("On valide ?\nOui.".to_owned()),
        button: Some(("Lire".to_owned(), Url::path("/posts").join("1"))),
        foot: "Vous recevez ce message parce que c'est un test.".to_owned(),
    }
}

async fn post(app: &TestApp, letter: Letter) -> LetterId {
    let mut tx = app.begin().await;
    let id = mail::post(&mut tx, &app.app.config, letter).await.unwrap();
    tx.commit().await.unwrap();
    id
}

async fn find(app: &TestApp, id: LetterId) -> mail::WrittenLetter {
    mail::find(&mut app.app.db.acquire().await.unwrap(), id).await.unwrap().unwrap()
}

#[tokio::test]
async fn a_letter_arrives_once_however_often_its_job_runs() {
    let sink = SmtpSink::start().await;
    let app = TestApp::start_with(&[
        ("PARVIS_SMTP_URL", &sink.url),
        ("PARVIS_MAIL_FROM", "Réseau <parvis@estuaire.test>"),
    ])
    .await;
    let id = post(&app, letter("zoe@estuaire.test")).await;
    assert!(sink.mails().is_empty(), "nothing leaves inside the transaction");
    jobs::run_until_empty(&app.app).await.unwrap();
    let [mail] = sink.mails().try_into().unwrap();
    assert_eq!(mail.recipients, ["zoe@estuaire.test"]);
    let message = MessageParser::default().parse(&mail.bytes).unwrap();
    assert_eq!(message.message_id(), Some(format!("{id}@estuaire.test").as_str()));
    assert_eq!(message.subject(), Some("Bonjour <b>Zoé</b> Bcc: everybody@estuaire.test · Réseau Estuaire"));
    assert_eq!(message.header("Auto-Submitted").and_then(|value| value.as_text()), Some("auto-generated"));
    assert!(message.bcc().is_none());
    assert_eq!(message.to().unwrap().as_list().unwrap().len(), 1);
    let text = message.body_text(0).unwrap();
    for part in [
        "Premier <script>paragraphe</script>.",
        "> On valide ?\r\n> Oui.",
        "http://parvis.test/posts/1",
        "parce que c'est un test",
    ] {
        assert!(text.contains(part), "{part} is missing in {text}");
    }
    let html = message.body_html(0).unwrap();
    assert!(html.contains("&lt;script&gt;") || html.contains("&#60;script&#62;"), "{html}");
    assert!(
        !html.contains("<script")
            && !html.contains("<img")
            && html.contains("href=\"http://parvis.test/posts/1\"")
    );
    assert!(find(&app, id).await.sent_at.is_some());
}

#[tokio::test]
async fn refused_for_now_is_tried_again_and_refused_for_good_is_given_up() {
    let sink = SmtpSink::start().await;
    let app = TestApp::start_with(&[("PARVIS_SMTP_URL", &sink.url)]).await;
    sink.answer("later@estuaire.test", "451 4.3.0 come back later");
    sink.answer("never@estuaire.test", "550 5.1.1 nobody here");
    let later = post(&app, letter("later@estuaire.test")).await;
    let never = post(&app, letter("never@estuaire.test")).await;
    let other = post(&app, letter("other@estuaire.test")).await;
    jobs::run_until_empty(&app.app).await.unwrap();
    assert_eq!(sink.mails().len(), 1);
    assert!(find(&app, other).await.sent_at.is_some());
    let waits = find(&app, later).await;
    assert!(
        waits.sent_at.is_none()
            && waits.given_up_at.is_none()
            && waits.last_error.contains("come back later"),
        "{waits:?}"
    );
    let given_up = find(&app, never).await;
    assert!(given_up.given_up_at.is_some() && given_up.last_error.contains("nobody here"), "{given_up:?}");
    sink.answer("later@estuaire.test", "");
    app.make_jobs_due().await;
    jobs::run_until_empty(&app.app).await.unwrap();
    assert!(find(&app, later).await.sent_at.is_some());
    assert_eq!(sink.mails().len(), 2);
}

#[tokio::test]
async fn without_a_server_letters_wait_until_there_is_one() {
    let app = TestApp::start().await;
    let id = post(&app, letter("zoe@estuaire.test")).await;
    jobs::run_until_empty(&app.app).await.unwrap();
    let waits = find(&app, id).await;
    assert!(waits.sent_at.is_none() && waits.tries == 0);
    assert!(waits.text_body.contains("http://parvis.test/posts/1"));
    let mut tx = app.begin().await;
    assert_eq!(mail::retry(&mut tx, None).await.unwrap(), 1);
    tx.commit().await.unwrap();
    jobs::run_until_empty(&app.app).await.unwrap();
    assert!(find(&app, id).await.sent_at.is_none(), "the job without a server changes nothing");
}

#[tokio::test]
async fn a_server_that_is_away_costs_nothing_but_time() {
    let app = TestApp::start_with(&[("PARVIS_SMTP_URL", "smtp://127.0.0.1:9?tls=none")]).await;
    let id = post(&app, letter("zoe@estuaire.test")).await;
    jobs::run_until_empty(&app.app).await.unwrap();
    let waits = find(&app, id).await;
    assert!(waits.given_up_at.is_none() && waits.tries == 1 && !waits.last_error.is_empty());
}

/// Sends a letter by this address; answers whether it left, and what the administrator reads if not.
async fn sent(address: &str, ca: Option<&str>) -> (bool, String) {
    let mut settings = vec![("PARVIS_SMTP_URL", address)];
    settings.extend(ca.map(|ca| ("PARVIS_SMTP_CA", ca)));
    let app = TestApp::start_with(&settings).await;
    let id = post(&app, letter("zoe@estuaire.test")).await;
    jobs::run_until_empty(&app.app).await.unwrap();
    let letter = find(&app, id).await;
    assert!(letter.given_up_at.is_none(), "{}", letter.last_error);
    (letter.sent_at.is_some(), letter.last_error)
}

#[tokio::test]
async fn letters_leave_encrypted_where_that_is_asked_for_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let ((pem, acceptor), (stranger, _)) = (smtp::authority(), smtp::authority());
    let [ours, theirs] = [("ours.pem", pem), ("theirs.pem", stranger)].map(|(name, pem)| {
        let path = folder.path().join(name);
        std::fs::write(&path, pem).unwrap();
        path.to_str().unwrap().to_owned()
    });
    let plain = SmtpSink::start().await;
    let wrapped = SmtpSink::secured(Security::Wrapped(acceptor.clone())).await;
    let upgraded = SmtpSink::secured(Security::StartTls(acceptor)).await;
    let (smtps, required, opportunistic) = (
        format!("smtps://{}", wrapped.address),
        format!("smtp://{}?tls=required", upgraded.address),
        format!("smtp://{}", upgraded.address),
    );
    for address in [&smtps, &required, &opportunistic] {
        assert_eq!(sent(address, Some(&ours)).await, (true, String::new()), "{address}");
    }
    // A certificate that nobody knows is enough only where encryption is a courtesy.
    assert_eq!(sent(&opportunistic, None).await, (true, String::new()));
    for (address, ca) in
        [(&smtps, None), (&smtps, Some(&theirs)), (&required, None), (&required, Some(&theirs))]
    {
        let (left, why) = sent(address, ca.map(String::as_str)).await;
        assert!(!left && why.contains("certificate"), "{address} {ca:?}: {why}");
    }
    // Who does not encrypt gets nothing where it is required, and everything where it is not.
    let (left, why) = sent(&format!("smtp://{}?tls=required", plain.address), Some(&ours)).await;
    assert!(!left && !why.is_empty(), "{why}");
    assert_eq!(sent(&format!("smtp://{}", plain.address), None).await, (true, String::new()));
    let (left, _) = sent(&format!("smtp://{}?tls=none", upgraded.address), None).await;
    assert!(!left);
    assert_eq!((plain.mails().len(), wrapped.mails().len(), upgraded.mails().len()), (1, 1, 3));
}
