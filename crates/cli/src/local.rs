//! The stack of this checkout: where its scripts are, and the variables that they wrote. What the environment says wins.
use std::{collections::HashMap, path::PathBuf};

use anyhow::{Context as _, Result};
use vinilogy_app::{Config, Context, aws};

/// The variables that the scripts wrote beneath those of the environment.
#[derive(Clone, Default)]
pub struct Variables(HashMap<String, String>);

impl Variables {
    /// Of this checkout, or none when nothing was started here.
    pub fn read() -> Self {
        let file = if stack() == "vinilogy" { "env".to_owned() } else { format!("{}.env", stack()) };
        let text = std::fs::read_to_string(root().join(".local").join(file)).unwrap_or_default();
        let lines = text.lines().filter_map(|line| line.split_once('='));
        Self(lines.map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
    }

    /// One variable; an empty one counts as unset.
    #[expect(clippy::disallowed_methods, reason = "the command line is told by the environment of its shell")]
    pub fn get(&self, name: &str) -> Option<String> {
        std::env::var(name).ok().or_else(|| self.0.get(name).cloned()).filter(|value| !value.is_empty())
    }

    /// One variable that must be there.
    pub fn expect(&self, name: &str) -> Result<String> {
        self.get(name).with_context(|| format!("{name} is not set: start the local stack with `make up`, or set it"))
    }

    /// A context as the functions have it, with a pool for several questions at once.
    pub fn context(&self) -> Result<Context> {
        let config = Config::read(&|name| match name {
            "DATABASE_POOL" => self.get(name).or_else(|| Some("8".to_owned())),
            _ => self.get(name),
        })?;
        match (self.get("AWS_ENDPOINT_URL"), self.get("AWS_ACCESS_KEY_ID"), self.get("AWS_SECRET_ACCESS_KEY")) {
            (Some(endpoint), Some(id), Some(secret)) => {
                let region = self.get("AWS_REGION").unwrap_or_else(|| "eu-west-1".to_owned());
                Context::reaching(config, aws::at(&endpoint, &region, &id, &secret))
            }
            _ => Context::new(config),
        }
    }
}

/// Which stack of this checkout is meant: `STACK`, as the scripts take it.
#[expect(clippy::disallowed_methods, reason = "the command line is told by the environment of its shell")]
pub fn stack() -> String {
    std::env::var("STACK").unwrap_or_else(|_| "vinilogy".to_owned())
}

/// The checkout that this program was started in: the folder above that has the local scripts.
pub fn root() -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    let root = here.ancestors().find(|folder| folder.join("infra/local/start").is_file());
    root.map_or_else(|| here.clone(), PathBuf::from)
}
