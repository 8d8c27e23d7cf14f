//! Words: titles, bodies as Markdown and as the HTML that Parvis stores beside it, names of people and groups.

use crate::dice::Dice;

const FRENCH: &str = "le la les de des et nous vous pour dans avec sur une un qui que est sont plus pas tout bien merci bonjour équipe \
projet réunion semaine demain lundi mardi jeudi vendredi matin soir salle atelier document compte-rendu nouvelle question réponse \
proposition calendrier budget usager service territoire commune mairie école jardin marché fête association bénévole adhérent \
inscription formation stagiaire planning urgence soin patient maison quartier rivière estuaire port bateau marée vent soleil pluie \
photo affiche livre lecture chorale concert répétition partition match entraînement victoire maillot vestiaire covoiturage départ \
arrivée retour rendez-vous gare train vélo piste cyclable sécurité casque prêt échange outil perceuse échelle peinture chantier \
devis facture commande livraison fournisseur produit qualité contrôle mesure résultat analyse rapport étude enquête sondage avis \
idée discussion débat vote décision accord partenaire convention signature dossier subvention région département conseil élu \
habitant voisin parent enfant jeune ancien accueil visite découverte balade randonnée sentier forêt colline plage dune phare \
recette gâteau pain soupe légume fruit tomate courgette pomme cidre fromage table repas goûter pique-nique boisson café thé \
aujourd'hui hier bientôt souvent toujours parfois ensemble chacun plusieurs beaucoup quelques encore déjà enfin surtout notamment";
const ENGLISH: &str = "the a of and to in we you for with on that is are more all thanks hello team project meeting week tomorrow monday \
morning evening room workshop document minutes news question answer proposal calendar budget service town school garden market \
volunteer member training urgent care house river harbour boat tide wind rain photo poster book reading choir concert rehearsal \
match training win departure arrival return station train bike path safety tool ladder paint site quote invoice order delivery \
quality check result report study survey opinion idea discussion vote decision agreement partner file grant region council \
neighbour parent child visit walk trail forest beach recipe bread soup vegetable fruit apple cheese table meal tea coffee today \
yesterday soon often always together everyone several many still already finally";
const FIRST: &[&str] = &[
    "Amina", "Bastien", "Camille", "Damien", "Élodie", "Farid", "Gaëlle", "Hugo", "Inès", "Julien", "Karima",
    "Léa", "Mathieu", "Nadia", "Olivier", "Pauline", "Quentin", "Rachid", "Sophie", "Thomas", "Ursule",
    "Valérie", "Wassim", "Xavier", "Yasmine", "Zoé",
];
const LAST: &[&str] = &[
    "Abgrall", "Benali", "Cadiou", "Diallo", "Évrard", "Fournier", "Guillou", "Hamon", "Ibanez", "Jaouen",
    "Kervella", "Le Goff", "Martin", "Nguyen", "Ollivier", "Prigent", "Quéré", "Rousseau", "Salaün",
    "Tanguy", "Urvoy", "Vasseur", "Weber", "Youssef", "Zidane",
];
/// What places and families are called, three at a time: most of them are written seldom, as names are.
const SYLLABLES: &[&str] = &[
    "ker", "pen", "lan", "tre", "plou", "ros", "loc", "bou", "cou", "mel", "gui", "dol", "san", "ver", "mon",
    "cha", "bel", "rou", "val", "bri", "nan", "tou", "lis", "gar",
];
/// Icons that groups wear.
pub(crate) const ICONS: &[&str] = &["shapes", "book", "music", "bike", "leaf", "camera"];
/// Colours that groups wear.
pub(crate) const HUES: &[&str] = &["estuaire", "lande", "granit", "genet"];

/// A text as its author wrote it, as it is shown, and its beginning without markup.
#[derive(Default)]
pub(crate) struct Text {
    pub(crate) markdown: String,
    pub(crate) html: String,
    pub(crate) plain: String,
    pub(crate) words: usize,
}

/// The vocabularies.
pub(crate) struct Words {
    french: Vec<&'static str>,
    english: Vec<&'static str>,
}

impl Words {
    pub(crate) fn new() -> Self {
        Self { french: FRENCH.split_whitespace().collect(), english: ENGLISH.split_whitespace().collect() }
    }

    fn list(&self, lang: &str) -> &[&'static str] {
        if lang == "en" { &self.english } else { &self.french }
    }

    /// A few words, the first with a capital letter.
    pub(crate) fn phrase(&self, dice: &mut Dice, lang: &str, words: usize) -> String {
        let list = self.list(lang);
        let mut out = String::new();
        for place in 0..words {
            let rare;
            let word = if dice.chance(0.02) {
                rare = name_of_a_place(dice);
                rare.as_str()
            } else {
                list[dice.skewed(list.len(), 1.7)]
            };
            if place == 0 {
                out.extend(word.chars().take(1).flat_map(char::to_uppercase));
                out.extend(word.chars().skip(1));
            } else {
                out.push(' ');
                out.push_str(word);
            }
        }
        out
    }

    /// A text of so many words, in sentences and paragraphs, some with a list, bold words or a link.
    pub(crate) fn text(&self, dice: &mut Dice, lang: &str, words: usize) -> Text {
        let mut text = Text { words, ..Text::default() };
        let mut left = words;
        while left > 0 {
            let paragraph = left.min(dice.between(20, 60));
            left -= paragraph;
            if !text.markdown.is_empty() {
                text.markdown.push_str("\n\n");
                text.html.push('\n');
                text.plain.push(' ');
            }
            if paragraph > 24 && dice.chance(0.12) {
                self.points(dice, lang, paragraph, &mut text);
            } else {
                self.paragraph(dice, lang, paragraph, &mut text);
            }
        }
        text
    }

    fn paragraph(&self, dice: &mut Dice, lang: &str, words: usize, text: &mut Text) {
        text.html.push_str("<p>");
        let mut left = words;
        while left > 0 {
            let length = left.min(dice.between(6, 18));
            left -= length;
            let sentence = self.phrase(dice, lang, length);
            let (markdown, html) = match dice.below(20) {
                0 => (format!("**{sentence}**"), format!("<strong>{sentence}</strong>")),
                1 => {
                    let to = "https://estuaire.example/agenda";
                    (
                        format!("[{sentence}]({to})"),
                        format!("<a href=\"{to}\" rel=\"nofollow noopener noreferrer\">{sentence}</a>"),
                    )
                }
                _ => (sentence.clone(), sentence.clone()),
            };
            let end = if left > 0 { ". " } else { "." };
            for (out, part) in
                [(&mut text.markdown, &markdown), (&mut text.html, &html), (&mut text.plain, &sentence)]
            {
                out.push_str(part);
                out.push_str(end);
            }
        }
        text.html.push_str("</p>");
    }

    fn points(&self, dice: &mut Dice, lang: &str, words: usize, text: &mut Text) {
        text.html.push_str("<ul>");
        let mut left = words;
        while left > 0 {
            let point = self.phrase(dice, lang, left.min(8));
            left = left.saturating_sub(8);
            text.markdown.push_str("- ");
            text.markdown.push_str(&point);
            text.markdown.push_str(if left > 0 { "\n" } else { "" });
            text.html.push_str("\n<li>");
            text.html.push_str(&point);
            text.html.push_str("</li>");
            text.plain.push_str(&point);
            text.plain.push(' ');
        }
        text.html.push_str("\n</ul>");
    }
}

/// One of 13,824 names, the first of them often.
fn name_of_a_place(dice: &mut Dice) -> String {
    let most = SYLLABLES.len();
    let number = dice.skewed(most * most * most, 2.0);
    [number / most / most, number / most % most, number % most].map(|place| SYLLABLES[place]).concat()
}

/// The beginning of a text.
pub(crate) fn excerpt(plain: &str) -> &str {
    plain.char_indices().nth(240).map_or(plain, |(end, _)| &plain[..end])
}

/// Somebody's name.
pub(crate) fn name(dice: &mut Dice) -> String {
    format!("{} {}", dice.one(FIRST), dice.one(LAST))
}
