//! The servers that tests talk to: those of the environment, else this checkout's own, which are started if need be.
use std::{collections::HashMap, path::Path, process::Command, sync::OnceLock};

/// Where PostgreSQL and the SQS and S3 APIs are.
#[derive(Debug)]
pub struct Stack {
    /// Superuser's URL of any database of the server.
    pub database_url: String,
    /// The local AWS.
    pub aws_endpoint_url: String,
    /// All that `infra/local/start` wrote, or nothing when the environment names the servers.
    pub variables: HashMap<String, String>,
}

/// The stack of this checkout. Starting it is idempotent, so any test may be the first.
pub fn stack() -> &'static Stack {
    static STACK: OnceLock<Stack> = OnceLock::new();
    STACK.get_or_init(|| from_environment().unwrap_or_else(started))
}

#[expect(clippy::disallowed_methods, reason = "tests are told by the environment where the servers are")]
fn from_environment() -> Option<Stack> {
    Some(Stack {
        database_url: std::env::var("DATABASE_URL").ok()?,
        aws_endpoint_url: std::env::var("AWS_ENDPOINT_URL").ok()?,
        variables: HashMap::new(),
    })
}

fn started() -> Stack {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace is above");
    let output = Command::new(root.join("infra/local/start")).output().expect("infra/local/start can be run");
    assert!(output.status.success(), "infra/local/start: {}", String::from_utf8_lossy(&output.stderr));
    let text = std::fs::read_to_string(root.join(".local/env")).expect(".local/env was written");
    let unquoted = |value: &str| value.trim_matches(['\'', '"']).to_owned();
    let variables: HashMap<String, String> = text
        .lines()
        .filter_map(|line| line.trim_start_matches("export ").split_once('='))
        .map(|(name, value)| (name.to_owned(), unquoted(value)))
        .collect();
    let variable = |name: &str| variables.get(name).unwrap_or_else(|| panic!("{name} is not in .local/env")).clone();
    Stack { database_url: variable("DATABASE_URL"), aws_endpoint_url: variable("AWS_ENDPOINT_URL"), variables }
}
