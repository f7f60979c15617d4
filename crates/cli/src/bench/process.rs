//! Programs that end with whoever started them.
use std::io::{BufRead as _, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

use anyhow::{Context as _, Result};

/// Killed and waited for when dropped.
pub struct Process {
    child: Child,
    /// Kept open: a program whose output nobody takes may end.
    output: Option<BufReader<ChildStdout>>,
}

impl Process {
    /// Starts it with neither input nor output.
    pub fn silent(command: &mut Command) -> Result<Self> {
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).spawn()?;
        Ok(Self { child, output: None })
    }

    /// Starts it and waits for the first line that it prints.
    pub fn announced(command: &mut Command) -> Result<(Self, String)> {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        let mut output = BufReader::new(child.stdout.take().context("its output")?);
        let mut line = String::new();
        output.read_line(&mut line)?;
        Ok((Self { child, output: Some(output) }, line.trim().to_owned()))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.output.take());
        if let Err(error) = self.child.kill().and_then(|()| self.child.wait()) {
            tracing::warn!(%error, "a program was left running");
        }
    }
}

/// The most memory that this process has had, in bytes; unknown where the system does not tell it.
pub fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}
