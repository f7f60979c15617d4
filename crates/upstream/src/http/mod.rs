//! The one way in which a request leaves: archive, budget, request, archive again, and only then its meaning.

mod classify;
mod decode;
mod lender;
mod pacing;
mod policy;
mod retry_after;
mod transport;

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use classify::Verdict;
pub(crate) use classify::classify;
pub(crate) use decode::decode;
pub(crate) use lender::Lender;
pub(crate) use pacing::Pacer;
pub(crate) use policy::Policy;
pub(crate) use retry_after::retry_after;
pub(crate) use transport::{Line, caused_by, client, is_reset, reason};

use policy::Credential;
use transport::Sent;

use crate::{Archive, Budget, Error, Exchange, Fetch, Upstream};

/// One question: what it is called, and where it is asked.
pub(crate) struct Call {
    pub(crate) endpoint: &'static str,
    pub(crate) path: String,
    pub(crate) query: Vec<(&'static str, String)>,
    /// Headers that are a part of the question: another value may have another answer.
    pub(crate) headers: Vec<(&'static str, String)>,
}

impl Call {
    /// A question that is all in its URL.
    pub(crate) fn new(endpoint: &'static str, path: impl Into<String>, query: Vec<(&'static str, String)>) -> Self {
        Self { endpoint, path: path.into(), query, headers: Vec::new() }
    }
}

/// A call as it is sent and kept.
struct Question<'a> {
    call: &'a Call,
    url: reqwest::Url,
    fingerprint: String,
}

/// One vendor's polite line.
pub(crate) struct Http {
    line: Line,
    policy: Policy,
    /// Of vendors whose credential is a token.
    lender: Option<Lender>,
    budget: Arc<dyn Budget>,
    archive: Arc<dyn Archive>,
    pacer: Pacer,
    /// Refusals since the last answer, for vendors that do not say how long to stop.
    refusals: AtomicU32,
}

/// A shop that is asked too often and does not say for how long.
const SHOP: Duration = Duration::from_secs(10 * 60);

/// What the wide event of a call says.
#[derive(Default)]
struct Seen {
    status: Option<u16>,
    waited: Duration,
    hit: bool,
}

impl Http {
    pub(crate) fn new(line: Line, policy: Policy, budget: Arc<dyn Budget>, archive: Arc<dyn Archive>) -> Self {
        let pacer = Pacer::new(policy.allowance);
        Self { line, policy, lender: None, budget, archive, pacer, refusals: AtomicU32::new(0) }
    }

    /// The same, with a token for each call.
    pub(crate) fn lending(self, lender: Lender) -> Self {
        Self { lender: Some(lender), ..self }
    }

    /// The answer to a call: a fresh one from the archive, else a new one, which is in the archive before this returns.
    pub(crate) async fn fetch(&self, call: Call, fetch: Fetch) -> Result<Exchange, Error> {
        let started = Instant::now();
        let mut seen = Seen::default();
        // Boxed: every job that calls somebody would carry it.
        let fetched = Box::pin(self.recall_or_ask(&call, fetch, &mut seen)).await;
        tracing::info!(
            upstream = self.policy.upstream.name(),
            endpoint = call.endpoint,
            status = seen.status,
            duration_ms = millis(started.elapsed()),
            waited_ms = millis(seen.waited),
            cache = if seen.hit { "hit" } else { "miss" },
            outcome = fetched.as_ref().map_or_else(outcome, |_| "ok"),
            "upstream call"
        );
        fetched
    }

    /// Under which fingerprint the archive has the answer to a call.
    pub(crate) fn fingerprint(&self, call: &Call) -> Result<String, Error> {
        Ok(self.question(call)?.fingerprint)
    }

    fn question<'a>(&self, call: &'a Call) -> Result<Question<'a>, Error> {
        let url = self.policy.url(&call.path, &call.query)?;
        let fingerprint = Exchange::fingerprint_with(&url, &call.headers);
        Ok(Question { call, url, fingerprint })
    }

    async fn recall_or_ask(&self, call: &Call, fetch: Fetch, seen: &mut Seen) -> Result<Exchange, Error> {
        let question = self.question(call)?;
        if let Some(exchange) = self.archive.recall(&question.fingerprint).await? {
            let verdict = classify(&exchange);
            // Evidence of a failure may lie under the same key; it settles nothing, so the question is asked again.
            if verdict.fresh_for(Duration::ZERO).is_some() {
                (seen.hit, seen.status) = (true, Some(exchange.status));
                return verdict.into_result().map(|()| exchange);
            }
        }
        let exchange = self.ask_with_token(&question, fetch, seen).await?;
        seen.status = Some(exchange.status);
        let verdict = classify(&exchange);
        self.keep(&exchange, verdict.fresh_for(fetch.fresh_for)).await?;
        self.heed(&verdict, &exchange).await?;
        verdict.into_result().map(|()| exchange)
    }

    /// Keeps an answer; what cannot be kept is not read, but a refusal counts even then: it is in the status.
    async fn keep(&self, exchange: &Exchange, fresh_for: Option<Duration>) -> Result<(), Error> {
        let Err(error) = self.archive.keep(exchange, fresh_for).await else { return Ok(()) };
        if exchange.status == 429 {
            self.heed(&Verdict::Limited, exchange).await?;
        }
        Err(Error::Unavailable(format!("the answer could not be kept: {error}")))
    }

    /// Sends the call, with a token where one is needed. One that is refused is forgotten, and the call sent once more with a new one.
    async fn ask_with_token(&self, question: &Question<'_>, fetch: Fetch, seen: &mut Seen) -> Result<Exchange, Error> {
        let Some(lender) = &self.lender else {
            return self.ask(question, &self.policy.credential, fetch, seen).await;
        };
        let token = lender.token().await?;
        let exchange = self.ask(question, &lender::bearer(&token)?, fetch, seen).await?;
        if exchange.status != 401 {
            return Ok(exchange);
        }
        self.keep(&exchange, None).await?;
        lender.refused(&token).await?;
        let token = lender.token().await?;
        self.ask(question, &lender::bearer(&token)?, fetch, seen).await
    }

    /// Sends the call in its slot; once more, in a slot of its own, when the connection was closed before the answer began.
    async fn ask(
        &self,
        question: &Question<'_>,
        credential: &Credential,
        fetch: Fetch,
        seen: &mut Seen,
    ) -> Result<Exchange, Error> {
        let Question { call, url, fingerprint } = question;
        let sent = Sent { endpoint: call.endpoint, fingerprint, url, headers: &call.headers, credential };
        let mut again = true;
        loop {
            let waiting = Instant::now();
            let slot = self.pacer.slot(&*self.budget, self.policy.upstream, fetch.class).await;
            seen.waited += waiting.elapsed();
            slot?;
            match transport::send(&self.line, &self.policy, sent).await {
                Ok(exchange) => return Ok(exchange),
                Err(silence) if silence.reset && again => again = false,
                Err(silence) if silence.refused => return Err(Error::Malformed { field: silence.why }),
                Err(silence) => return Err(Error::Unavailable(silence.why)),
            }
        }
    }

    /// Stops everyone when the upstream says so.
    async fn heed(&self, verdict: &Verdict, exchange: &Exchange) -> Result<(), Error> {
        match verdict {
            // A daily quota is used up, whatever else the refusal says.
            Verdict::Limited if self.policy.allowance.per_day.is_some() => {
                Err(Error::RateLimited(Some(self.budget.close_day(self.policy.upstream).await?)))
            }
            Verdict::Limited => {
                let refusals = self.refusals.fetch_add(1, Ordering::Relaxed).saturating_add(1);
                let pause = asked(exchange).unwrap_or_else(|| self.policy.pause(refusals));
                self.budget.pause(self.policy.upstream, pause).await?;
                Err(Error::RateLimited(Some(pause)))
            }
            // One shop of many.
            Verdict::Busy if self.policy.upstream == Upstream::Shops => {
                Err(Error::RateLimited(Some(asked(exchange).unwrap_or(SHOP))))
            }
            // MusicBrainz asks for 5 to 30 s with jitter when its search sheds load; only this call needs to wait.
            Verdict::Busy => Err(Error::RateLimited(Some(Duration::from_millis(rand::random_range(5_000..30_000))))),
            _ => {
                self.refusals.store(0, Ordering::Relaxed);
                match self.exhausted(exchange) {
                    Some(pause) => self.budget.pause(self.policy.upstream, pause).await,
                    None => Ok(()),
                }
            }
        }
    }

    /// Discogs counts per address and says what is left, a hint that lags by a call. When nothing is left although our own pace cannot
    /// have used it up, others share the address: one interval is left out.
    fn exhausted(&self, exchange: &Exchange) -> Option<Duration> {
        if self.policy.upstream != Upstream::Discogs {
            return None;
        }
        let count = |name| exchange.header(name).and_then(|value| value.trim().parse::<u32>().ok());
        let (remaining, limit) = (count("x-discogs-ratelimit-remaining")?, count("x-discogs-ratelimit")?);
        let interval = crate::emission_interval(self.policy.allowance.rate);
        let ours = self.policy.allowance.rate.per.as_secs_f64() / interval.as_secs_f64();
        let others = limit < self.policy.allowance.rate.calls || ours.floor() + 1.0 < f64::from(limit);
        (remaining == 0 && others).then_some(interval)
    }
}

/// How long the answer asks us to stop.
fn asked(exchange: &Exchange) -> Option<Duration> {
    let date = exchange.header("date");
    exchange.header("retry-after").and_then(|value| retry_after(value, date, exchange.fetched_at))
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

fn outcome(error: &Error) -> &'static str {
    match error {
        Error::NotFound => "not_found",
        Error::RateLimited(_) => "rate_limited",
        Error::Unauthorized(_) => "unauthorized",
        Error::Unavailable(_) => "unavailable",
        Error::NotArchived => "not_archived",
        Error::Malformed { .. } => "malformed",
    }
}
