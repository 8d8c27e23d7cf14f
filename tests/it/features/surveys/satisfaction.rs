//! A survey as it is used: twelve questions, four hundred answers, two rounds, and a sheet that `LibreOffice` opens.

use std::{path::Path, process::Command};

use parvis::kernel::SurveyId;

use super::{add, answer, answered, draft, group, open};
use crate::{
    features::polls::crowd,
    support::{TestApp, world::Person},
};

const PEOPLE: usize = 400;

/// Text, kind and choices of each question.
const QUESTIONS: [(&str, &str, &str); 12] = [
    ("Votre équipe ?", "single", "Nord\nSud\nEst"),
    ("Votre ancienneté ?", "single", "Moins d'un an\nUn à cinq ans\nDavantage"),
    ("Êtes-vous content ?", "satisfaction", ""),
    ("Nous conseilleriez-vous ?", "recommendation", ""),
    ("La charge de travail ?", "scale", ""),
    ("Les outils ?", "scale", ""),
    ("Les locaux ?", "satisfaction", ""),
    ("Ce qui compte ?", "multiple", "Le salaire\nLes collègues\nLe sens"),
    ("Resterez-vous ?", "single", "Oui\nNon"),
    ("Un mot court ?", "short", ""),
    ("Autre chose ?", "long", ""),
    ("Depuis quand ?", "date", ""),
];

/// What one person picks: another thing in each round.
fn picks(place: usize, round: usize) -> Vec<(i16, i16)> {
    let of = |by: usize, n: usize| i16::try_from((place / by + round) % n).unwrap();
    let values = [
        of(1, 3) + 1,
        of(2, 3) + 1,
        of(1, 5) + 1,
        of(3, 11),
        of(7, 5) + 1,
        of(2, 4) + 1,
        of(5, 5) + 1,
        of(9, 3) + 1,
        of(3, 2) + 1,
    ];
    (1_i16..).zip(values).collect()
}

async fn round(app: &TestApp, survey: SurveyId, people: &mut [Person], n: usize) {
    let (wordy, others) = people.split_at_mut(8);
    for (place, person) in wordy.iter_mut().enumerate() {
        let picked: Vec<(String, String)> = picks(place, n)
            .into_iter()
            .map(|(number, value)| (format!("q-{number}"), value.to_string()))
            .collect();
        let mut fields: Vec<(&str, &str)> =
            picked.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        fields.extend([
            ("q-10", "=1+1; \"entre guillemets\""),
            ("q-11", "Première ligne\nDeuxième, l'été à Noël"),
            ("q-12", "2026-02-03"),
        ]);
        answer(person, survey, &fields).await;
        person.has_status(200);
    }
    for (place, person) in others.iter().enumerate() {
        answered(app, person, survey, &picks(place + 8, n)).await;
    }
}

/// The cells of a sheet as text, line ends and the mark before a formula taken as the same thing.
fn cells(bytes: &[u8], delimiter: u8) -> Vec<Vec<String>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(bytes);
    let plain = |cell: &str| cell.trim_start_matches('\'').replace("\r\n", "\n").trim().to_owned();
    reader.records().map(|record| record.unwrap().iter().map(plain).collect()).collect()
}

/// What `LibreOffice` reads in a file, as text separated by commas; none where it is not installed.
#[expect(clippy::print_stderr, reason = "said where it is missing")]
fn opened(folder: &Path, bytes: &[u8]) -> Option<Vec<u8>> {
    let file = folder.join("enquete.xlsx");
    std::fs::write(&file, bytes).unwrap();
    let done = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()))
        .args(["--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir"])
        .arg(folder)
        .arg(&file)
        .output();
    let Ok(done) = done else {
        eprintln!(
            "skipped: soffice is not installed (libreoffice-calc-nogui), so LibreOffice opens nothing here"
        );
        return None;
    };
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    Some(std::fs::read(folder.join("enquete.csv")).unwrap())
}

/// The results as a sheet are the same in both formats, also as `LibreOffice` opens one.
async fn same_in_both(ada: &mut Person, survey: SurveyId, rows: usize) {
    let results = format!("/surveys/{survey}/results");
    ada.visit(&format!("{results}/csv")).await.has_status(200);
    let text = cells(&ada.page.body, b';');
    ada.visit(&format!("{results}/xlsx")).await.has_status(200);
    assert_eq!(text.len(), rows, "one row a person, and the headings");
    assert!(text.iter().all(|row| row.len() == 13));
    let folder = tempfile::tempdir().unwrap();
    let bytes = ada.page.body.to_vec();
    let path = folder.path().to_owned();
    let Some(read) = tokio::task::spawn_blocking(move || opened(&path, &bytes)).await.unwrap() else {
        return;
    };
    let sheet = cells(&read, b',');
    assert_eq!(sheet.len(), text.len());
    for (mine, theirs) in text.iter().zip(&sheet) {
        assert_eq!(mine, theirs);
    }
    assert!(sheet.iter().flatten().any(|cell| cell.starts_with("=1+1")), "a formula stays a text");
}

#[tokio::test]
async fn four_hundred_answers_in_two_rounds_are_told_crossed_compared_and_taken_along() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    let place = group(&app, "jardin", "private", &[&ada]).await;
    let mut people = crowd(&app, PEOPLE).await;
    sqlx::query(
        "insert into memberships (group_id, member_id, role, since) select $1, id, 'member', now() from members on conflict do nothing",
    )
    .bind(place)
    .execute(&app.app.db)
    .await
    .unwrap();
    let first = draft(&app, &mut ada, "jardin").await;
    for (place, (text, kind, choices)) in QUESTIONS.iter().enumerate() {
        add(&mut ada, place + 1, text, kind, choices).await;
    }
    open(&mut ada).await;
    round(&app, first, &mut people, 1).await;
    let results = format!("/surveys/{first}/results");
    ada.visit(&results)
        .await
        .sees("400 réponses")
        .sees("Votre équipe ?")
        .sees("Depuis quand ?")
        .sees("3 février 2026");
    // What is counted is what was answered.
    let norths = (0..PEOPLE).filter(|place| picks(*place, 1)[0].1 == 1).count();
    ada.sees(&norths.to_string());
    ada.visit(&format!("{results}?a=1&b=9")).await.sees("« Votre équipe ? » par « Resterez-vous ? »");
    let crossed = |team: i16, stays: i16| {
        let both = |place: &usize| picks(*place, 1)[0].1 == team && picks(*place, 1)[8].1 == stays;
        (0..PEOPLE).filter(both).count().to_string()
    };
    let html = scraper::Html::parse_document(&ada.page.html());
    let selector = scraper::Selector::parse("#crossing td.r").unwrap();
    let shown: Vec<String> =
        html.select(&selector).map(|cell| cell.text().collect::<String>().trim().to_owned()).collect();
    let wanted: Vec<String> = (1..=3).flat_map(|team| [crossed(team, 1), crossed(team, 2)]).collect();
    assert_eq!(shown, wanted);
    same_in_both(&mut ada, first, PEOPLE + 1).await;
    // The second round, and both beside each other.
    ada.visit(&format!("/surveys/{first}")).await.press("Clore maintenant").await;
    ada.press("Préparer l'édition suivante").await.has_status(200);
    open(&mut ada).await;
    let second: SurveyId =
        sqlx::query_scalar("select id from surveys where round = 2").fetch_one(&app.app.db).await.unwrap();
    round(&app, second, &mut people, 2).await;
    ada.visit(&format!("/surveys/{second}/results")).await.sees("400 réponses");
    ada.click("Comparer les éditions").await.has_status(200).sees("Édition 1").sees("Édition 2");
    for round in [1, 2] {
        let content: i64 = (0..PEOPLE).map(|place| i64::from(picks(place, round)[2].1)).sum();
        let mean = (content * 100 + 200) / 400;
        ada.sees(&format!("Moyenne {},{:02} sur 5", mean / 100, mean % 100));
    }
    same_in_both(&mut ada, second, PEOPLE + 1).await;
}
