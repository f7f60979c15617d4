//! `vinilogy matches`: the links that wait for a person, and what that person decides.
use anyhow::{Result, anyhow};
use clap::{Args, Subcommand};
use comfy_table::{ContentArrangement, Table, presets::UTF8_FULL_CONDENSED};
use serde_json::Value;
use vinilogy_app::{Context, http, review};
use vinilogy_core::domain::ids::MatchId;
use vinilogy_core::store::{Decided, Error, Follows, MatchPage, MatchState, Reviewed, Reviewer, Verdict};

use crate::local::Variables;

/// Options of `vinilogy matches`.
#[derive(Args)]
pub struct Matches {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Show links that wait, likeliest first.
    List(List),
    /// Say that a link holds: the row gets the id, and what follows is fetched.
    Accept(Decision),
    /// Say that a link does not hold: the row loses the id, and it is never proposed again.
    Reject(Decision),
    /// Link by hand, whether the link was proposed or not.
    Link(NewLink),
}

#[derive(Args)]
struct List {
    /// Only `artist`, `album` or `pressing`.
    #[arg(long)]
    kind: Option<String>,
    /// `proposed`, or what people `accepted` or `rejected`.
    #[arg(long, default_value = "proposed")]
    state: String,
    /// Rows at most.
    #[arg(long, default_value_t = 50)]
    limit: i64,
}

impl Default for List {
    fn default() -> Self {
        Self { kind: None, state: "proposed".to_owned(), limit: 50 }
    }
}

#[derive(Args)]
struct Decision {
    /// The link's number in the list.
    id: i64,
    /// Also when a person has decided before.
    #[arg(long)]
    revise: bool,
}

#[derive(Args)]
struct NewLink {
    /// `artist`, `album` or `pressing`.
    kind: String,
    /// Our artist or album.
    id: i64,
    /// `musicbrainz`, `discogs` or `spotify`.
    service: String,
    /// The service's artist, release group, master or release.
    service_id: String,
    /// Also when a person has chosen another id before.
    #[arg(long)]
    revise: bool,
}

impl Matches {
    /// As the options say.
    pub async fn run(self) -> Result<()> {
        let context = Variables::read().context()?;
        let decided = match self.command.unwrap_or_else(|| Command::List(List::default())) {
            Command::List(list) => return list.show(&context).await,
            Command::Accept(decision) => decision.carry_out(&context, Verdict::Accept).await,
            Command::Reject(decision) => decision.carry_out(&context, Verdict::Reject).await,
            Command::Link(link) => link.carry_out(&context).await?,
        };
        let decided = decided.map_err(said)?;
        print(&[context.store().reviewed_match(decided.id).await?]);
        println!("{}", follows(decided.follows));
        Ok(())
    }
}

impl List {
    async fn show(self, context: &Context) -> Result<()> {
        let state = MatchState::of(&self.state).ok_or_else(|| anyhow!("--state: proposed, accepted or rejected"))?;
        let page =
            if state == MatchState::Proposed { MatchPage::Proposed(None) } else { MatchPage::Decided(state, None) };
        let rows = context.store().matches_to_review(self.kind.as_deref(), page, self.limit).await?;
        print(&rows);
        println!("{} links", rows.len());
        Ok(())
    }
}

impl Decision {
    async fn carry_out(self, context: &Context, verdict: Verdict) -> std::result::Result<Decided, Error> {
        let reviewer = Reviewer { user: None, revises: self.revise };
        review::decide(context, MatchId::from(self.id), verdict, reviewer).await
    }
}

impl NewLink {
    async fn carry_out(self, context: &Context) -> Result<std::result::Result<Decided, Error>> {
        let checked = review::checked(&self.kind, self.id, &self.service, &self.service_id);
        let (subject, service) = checked.map_err(|wrong| anyhow!(wrong))?;
        let reviewer = Reviewer { user: None, revises: self.revise };
        Ok(review::link(context, subject, service, &self.service_id, reviewer).await)
    }
}

fn said(error: Error) -> anyhow::Error {
    match error {
        Error::NotFound => anyhow!("there is no such row"),
        Error::Conflict(_) => anyhow!("a person has decided on it already; --revise decides anew"),
        other => other.into(),
    }
}

fn follows(follows: Follows) -> String {
    match follows {
        Follows::Artist(id) => format!("Artist {id} is being fetched."),
        Follows::Albums(id) => format!("The albums of artist {id} are being fetched."),
        Follows::Releases(id) => format!("The pressings of album {id} are being fetched."),
        Follows::Nothing => "Nothing has to be fetched.".to_owned(),
    }
}

/// Characters of a line: what fits a wide terminal.
const WIDTH: u16 = 180;

fn print(rows: &[Reviewed]) {
    let mut table = Table::new();
    table.load_style(UTF8_FULL_CONDENSED).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(WIDTH);
    table.set_header(["id", "kind", "ours", "theirs", "score", "because", "state"]);
    for row in rows {
        let theirs = http::matches::url(row).unwrap_or_else(|| format!("{} {}", row.service, row.service_id));
        table.add_row([
            row.id.to_string(),
            row.kind.clone(),
            ours(row),
            format!("{}\n{theirs}", candidate(&row.candidate)),
            format!("{:.2}", row.score),
            reasons(&row.reasons),
            format!("{}\nby {}", row.state, row.user_name.as_deref().unwrap_or(&row.decided_by)),
        ]);
    }
    println!("{table}");
}

/// "Artist – Title (year)" with what it is linked to now.
fn ours(row: &Reviewed) -> String {
    let year = row.first_release_year.map_or_else(String::new, |year| format!(" ({year})"));
    let title = row.title.as_ref().map_or_else(String::new, |title| format!(" – {title}{year}"));
    let id = row.artist_id.or(row.album_id).unwrap_or_default();
    let now = [row.mbid.map(|mbid| format!("mbid {mbid}")), row.discogs_id.map(|id| format!("discogs {id}"))];
    let now: Vec<String> = now.into_iter().flatten().collect();
    format!("{}{title}\n#{id} {}", row.artist_name, now.join(", "))
}

/// The facts of the other side in the order in which they tell most.
fn candidate(candidate: &Value) -> String {
    let facts = ["name", "title", "year", "country", "kind", "format", "disambiguation"];
    let text = |fact: &&str| match &candidate[*fact] {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    };
    facts.iter().filter_map(text).collect::<Vec<_>>().join(", ")
}

fn reasons(reasons: &Value) -> String {
    let reason = |reason: &Value| Some(format!("{} {:.2}", reason["penalty"].as_str()?, reason["distance"].as_f64()?));
    reasons.as_array().into_iter().flatten().filter_map(reason).collect::<Vec<_>>().join("\n")
}
