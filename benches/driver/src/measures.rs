//! The measures, in the order of the goals.

use std::sync::Arc;

use sqlx::{PgPool, postgres::PgPoolOptions};

use crate::{
    Failure, Options, idle,
    load::{Loop, Request},
    pgbench, plain,
    process::{self, Clocks, Cost},
    server::{Server, Side},
    sockets,
    statements::Statements,
    table::{self, Goal, median, note, range},
    weight,
    world::World,
};

const CONNECTIONS: [usize; 3] = [1, 4, 16];

/// A database and what is asked of it.
struct Place {
    url: String,
    name: String,
    db: PgPool,
    world: World,
}

impl Place {
    async fn open(url: &str, most: i64) -> Result<Self, Failure> {
        let db = PgPoolOptions::new().max_connections(2).connect(url).await?;
        let name = sqlx::query_scalar("select current_database()").fetch_one(&db).await?;
        Ok(Self { url: url.to_owned(), name, world: World::of(&db, most).await?, db })
    }

    async fn start(&self, side: Side, options: &Options) -> Result<Server, Failure> {
        let first = self.world.feed.first().ok_or("nobody to ask for a page")?;
        Server::start(side, options, &self.url, first).await
    }

    /// What one request of a loop costs, in milliseconds, and how many answers were wrong.
    async fn cost(
        &self,
        server: &Server,
        list: &Arc<Vec<Request>>,
        load: Loop<'_>,
    ) -> Result<(Cost, usize), Failure> {
        let requests = load.requests as f64;
        let backends = process::backends(&self.db, &self.name, server.side.application()).await?;
        let before = Clocks::read(server.pid, &backends)?;
        let wrong = load.run(list).await?;
        let backends = process::backends(&self.db, &self.name, server.side.application()).await?;
        let used = Clocks::read(server.pid, &backends)?.since(&before);
        Ok((
            Cost { server: used.server * 1000.0 / requests, database: used.database * 1000.0 / requests },
            wrong,
        ))
    }
}

/// A server with what it is asked over.
struct Player<'a> {
    place: &'a Place,
    server: &'a Server,
    list: &'a Arc<Vec<Request>>,
    encoding: Option<&'static str>,
}

/// What two players cost in turns.
struct Match {
    ratios: Vec<f64>,
    costs: [Vec<Cost>; 2],
    refused: usize,
}

impl Match {
    /// Plays so many rounds. A round with a wrong answer does not count.
    async fn play(players: [Player<'_>; 2], connections: usize, options: &Options) -> Result<Self, Failure> {
        let mut played = Self { ratios: Vec::new(), costs: [Vec::new(), Vec::new()], refused: 0 };
        for round in 0..=options.rounds {
            let mut costs = [Cost::default(); 2];
            let mut wrong = 0;
            for (cost, player) in costs.iter_mut().zip(&players) {
                let load = Loop {
                    address: &player.server.address,
                    side: player.server.side,
                    encoding: player.encoding,
                    connections,
                    requests: options.requests,
                    from: round * options.requests,
                };
                let (used, failed) = player.place.cost(player.server, player.list, load).await?;
                *cost = used;
                wrong += failed;
            }
            // The first one fills caches.
            if round == 0 {
                continue;
            }
            if wrong > 0 {
                played.refused += 1;
                continue;
            }
            let [base, measured] = costs;
            played.ratios.push(measured.total() / base.total());
            for (kept, cost) in played.costs.iter_mut().zip(costs) {
                kept.push(cost);
            }
        }
        if played.ratios.is_empty() {
            return Err("every round had wrong answers".into());
        }
        Ok(played)
    }

    fn detail(&self) -> String {
        let (least, most) = range(&self.ratios);
        let refused =
            if self.refused > 0 { format!(", {} rounds refused", self.refused) } else { String::new() };
        format!("({least:.2}–{most:.2}{refused})")
    }

    /// Median milliseconds: server and database of a side.
    fn milliseconds(&self, side: usize) -> (f64, f64) {
        let of = |part: fn(&Cost) -> f64| {
            median(&self.costs.get(side).into_iter().flatten().map(part).collect::<Vec<_>>())
        };
        (of(|cost| cost.server), of(|cost| cost.database))
    }

    fn note(&self) {
        for (side, name) in ["   base", "   measured"].into_iter().enumerate() {
            let (server, database) = self.milliseconds(side);
            note(name, &format!("{:.2} ms ({server:.2} + {database:.2})", server + database));
        }
    }
}

/// Measures everything and prints it.
pub(crate) async fn run(options: &Options) -> Result<(), Failure> {
    // How many posts Parvis shows is asked of the world: both sides show as many.
    let place = Place::open(&options.database, MOST).await?;
    println!(
        "scale {}, load {}, {} rounds of {} requests",
        options.scale,
        process::load_average(),
        options.rounds,
        options.requests
    );
    table::heading();
    starts(&place, options).await?;
    let floor = place.start(Side::Floor, options).await?;
    let product = place.start(Side::Product, options).await?;
    idle::show(&place.db, &place.name, &product).await?;
    let lists = [("feed", "1", &place.world.feed), ("discussion", "2", &place.world.discussion)];
    for (page, number, list) in lists {
        if list.is_empty() {
            note(page, "nothing to ask for at this scale");
            continue;
        }
        for connections in CONNECTIONS {
            let players =
                [&floor, &product].map(|server| Player { place: &place, server, list, encoding: None });
            let played = Match::play(players, connections, options).await?;
            let goal = Goal { number, must: 1.5, aim: 0.5, unit: "F" };
            goal.show(
                &format!("CPU per {page}, {connections} connections"),
                median(&played.ratios),
                &played.detail(),
            );
            played.note();
        }
    }
    let players = [&floor, &product].map(|server| Player {
        place: &place,
        server,
        list: &place.world.feed,
        encoding: Some("gzip"),
    });
    let played = Match::play(players, 1, options).await?;
    note("feed with gzip on both sides", &format!("{:.2} F {}", median(&played.ratios), played.detail()));
    played.note();
    growth(&place, &product, options).await?;
    database(&place, &floor, &product, options).await?;
    beside_plain(&place, &product, options).await?;
    memory(&place, options).await?;
    wire(&place, &product, options).await?;
    let alone = pgbench::feed(&place.db, &place.url, &options.scratch, MOST).await?;
    note("the floor's feed statement in pgbench", &format!("{alone:.2} ms"));
    println!("load at the end {}", process::load_average());
    floor.stop().await?;
    product.stop().await
}

/// How many posts a page of the feed has.
const MOST: i64 = 15;

async fn starts(place: &Place, options: &Options) -> Result<(), Failure> {
    let mut ratios = Vec::new();
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..options.rounds {
        let mut took = [0.0; 2];
        for (time, side) in took.iter_mut().zip([Side::Floor, Side::Product]) {
            let server = place.start(side, options).await?;
            *time = server.start * 1000.0;
            server.stop().await?;
        }
        let [floor, product] = took;
        ratios.push(product / floor);
        for (all, time) in times.iter_mut().zip(took) {
            all.push(time);
        }
    }
    let (least, most) = range(&ratios);
    let goal = Goal { number: "12", must: 2.0, aim: 1.2, unit: "F" };
    goal.show("start to first page", median(&ratios), &format!("({least:.2}–{most:.2})"));
    let [floor, product] = times.map(|all| median(&all));
    note("   floor, product", &format!("{floor:.0} ms, {product:.0} ms"));
    Ok(())
}

/// What size costs: the same program on a small community and on this one.
async fn growth(place: &Place, product: &Server, options: &Options) -> Result<(), Failure> {
    let Some(url) = &options.small else { return Ok(()) };
    let small = Place::open(url, MOST).await?;
    let server = small.start(Side::Product, options).await?;
    let players = [
        Player { place: &small, server: &server, list: &small.world.feed, encoding: None },
        Player { place, server: product, list: &place.world.feed, encoding: None },
    ];
    let played = Match::play(players, 1, options).await?;
    let goal = Goal { number: "3", must: 2.0, aim: 1.2, unit: "×" };
    goal.show(&format!("feed CPU from S to {}", options.scale), median(&played.ratios), &played.detail());
    played.note();
    server.stop().await
}

async fn database(place: &Place, floor: &Server, product: &Server, options: &Options) -> Result<(), Failure> {
    let world = &place.world;
    let mut report = String::new();
    let few = Goal { number: "4", must: 5.0, aim: 2.0, unit: "" };
    let base = Statements::of(&place.db, floor, &world.feed).await?;
    let base_thread = Statements::of(&place.db, floor, &world.discussion).await?;
    report.push_str(&base.report("floor, feed"));
    report.push_str(&base_thread.report("floor, discussion"));
    for (page, list) in [
        ("feed", &world.feed),
        ("group", &world.group),
        ("discussion", &world.discussion),
        ("directory", &world.directory),
    ] {
        if list.is_empty() {
            continue;
        }
        let found = Statements::of(&place.db, product, list).await?;
        few.show(&format!("SQL statements per {page}"), found.count(), "");
        note(
            "   in the database",
            &format!("{:.2} ms, {:.0} buffers", found.milliseconds(), found.buffers()),
        );
        if page == "feed" {
            let goal = Goal { number: "5", must: 1.5, aim: 1.0, unit: "F" };
            let detail = format!("({:.0} of {:.0})", found.buffers(), base.buffers());
            goal.show("shared buffers per feed", found.buffers() / base.buffers(), &detail);
        }
        report.push_str(&found.report(page));
    }
    let file = options.scratch.join(format!("statements-{}.txt", options.scale));
    std::fs::write(&file, report)?;
    println!("      statement by statement: {}", file.display());
    Ok(())
}

/// The pages that are measured by a plain statement over the same rows: the search, and the directory with its filters.
async fn beside_plain(place: &Place, product: &Server, options: &Options) -> Result<(), Failure> {
    let everybody =
        vec!["select count(*) from members where suspended_at is null and erased_at is null".to_owned()];
    let search = Goal { number: "10", must: 1.5, aim: 1.1, unit: "×" };
    let directory = Goal { number: "14", must: 2.0, aim: 1.2, unit: "×" };
    let pages = [
        (search, "search of two words", &place.world.search, &place.world.plain_searches),
        (directory, "directory with filters, first page", &place.world.directory, &everybody),
    ];
    for (goal, page, list, statements) in pages {
        let (mut ratios, mut plains, mut costs) = (Vec::new(), Vec::new(), Vec::new());
        for round in 0..=options.rounds {
            let load = Loop {
                address: &product.address,
                side: Side::Product,
                encoding: None,
                connections: 1,
                requests: BESIDE_PLAIN,
                from: round * BESIDE_PLAIN,
            };
            let plain = plain::cost(&place.url, statements, BESIDE_PLAIN.div_ceil(statements.len())).await?;
            let (cost, wrong) = place.cost(product, list, load).await?;
            if round > 0 && wrong == 0 {
                ratios.push(cost.total() / plain);
                plains.push(plain);
                costs.push(cost.total());
            }
        }
        let (least, most) = range(&ratios);
        goal.show(page, median(&ratios), &format!("({least:.2}–{most:.2})"));
        note("   plain, page", &format!("{:.2} ms, {:.2} ms", median(&plains), median(&costs)));
    }
    Ok(())
}

/// How many pages of a round are measured by a plain statement.
const BESIDE_PLAIN: usize = 80;

/// Memory of a fresh server under the mix.
async fn memory(place: &Place, options: &Options) -> Result<(), Failure> {
    let server = place.start(Side::Product, options).await?;
    let requests = options.requests * 5;
    let load = Loop {
        address: &server.address,
        side: Side::Product,
        encoding: Some("gzip"),
        connections: 16,
        requests,
        from: 0,
    };
    let (cost, wrong) = place.cost(&server, &place.world.mix, load).await?;
    let memory = process::memory(server.pid).ok_or("the memory of the server cannot be read")?;
    let goal = Goal { number: "11", must: 64.0, aim: 32.0, unit: "MB" };
    goal.show(
        "memory (PSS) under the mix, reads",
        memory,
        if wrong > 0 { "(with wrong answers)" } else { "" },
    );
    note("   mix, 16 connections, gzip", &format!("{:.2} ms, {wrong} of {requests} wrong", cost.total()));
    sockets::show(&server, &place.world.feed).await?;
    server.stop().await
}

async fn wire(place: &Place, product: &Server, options: &Options) -> Result<(), Failure> {
    let page = Goal { number: "13", must: 25.0, aim: 15.0, unit: "KB" };
    page.show("feed page, gzip", weight::page(product, &place.world.feed, "gzip").await?, "");
    note("   plain", &format!("{:.2} KB", weight::page(product, &place.world.feed, "identity").await?));
    let css = Goal { number: "13", must: 24.0, aim: 20.0, unit: "KB" };
    css.show("style sheet, brotli", weight::asset(&options.assets, "app-", ".css.br")?, "");
    let script = Goal { number: "13", must: 30.0, aim: 20.0, unit: "KB" };
    script.show("script of every page, brotli", weight::asset(&options.assets, "app-", ".js.br")?, "");
    Ok(())
}
