//! One wide event per unit of work, as one line of JSON. The names of all fields stand here.
//!
//! | unit | event | fields |
//! |---|---|---|
//! | request | `http` | `route`, `method`, `status`, `duration_ms`, `user_id`, `request_id` |
//! | message | `job` | `job`, `message_id`, `attempt`, `outcome`, `reason`, `items`, `duration_ms` |
//! | upstream call | `upstream` | `upstream`, `endpoint`, `status`, `duration_ms`, `waited_ms`, `cache` |
//!
//! Never a body, a token or an e-mail address. Metrics are counted from these lines.
use tracing_subscriber::{filter::Targets, fmt, layer::SubscriberExt, util::SubscriberInitExt};

/// Starts logging to standard output; a second call changes nothing. The filter is `level` or `target=level,…`.
pub fn init(filter: &str) {
    let targets: Targets = filter.parse().unwrap_or_else(|_| Targets::new().with_default(tracing::Level::INFO));
    let lines =
        fmt::layer().json().flatten_event(true).with_current_span(false).with_span_list(false).with_target(false);
    if tracing_subscriber::registry().with(lines).with(targets).try_init().is_err() {
        tracing::debug!("logging was started before");
    }
}
