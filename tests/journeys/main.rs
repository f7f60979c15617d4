//! Whole stories on the deployed stack: the binaries, their permissions and their triggers. `make test` deploys it; where there is
//! none, the stories are reported as ignored.
mod deployed;
mod stories;

use deployed::Deployed;
use libtest_mimic::{Arguments, Failed, Trial};
use tokio::runtime::Runtime;

fn main() {
    let mut arguments = Arguments::from_args();
    // The stories share one deployment and one simulator.
    arguments.test_threads = Some(1);
    let runtime = Runtime::new().expect("a runtime");
    let deployed = runtime.block_on(Deployed::find());
    let missing = deployed.is_none();
    let story = |name: &str, tell: fn(&Deployed) -> futures::future::LocalBoxFuture<'_, Result<(), Failed>>| {
        let (deployed, handle) = (deployed.clone(), runtime.handle().clone());
        let name = if missing { format!("{name} (skipped: no stack is deployed)") } else { name.to_owned() };
        Trial::test(name, move || deployed.map_or(Ok(()), |deployed| handle.block_on(tell(&deployed))))
            .with_ignored_flag(missing)
    };
    let stories = vec![
        story("a_name_becomes_recommendations", stories::a_name_becomes_recommendations),
        story("f5_a_poison_message_becomes_a_dead_letter_and_can_be_sent_again", stories::f5_poison),
        story("f20_a_killed_worker_loses_nothing_and_does_nothing_twice", stories::f20_killed_worker),
        story("every_route_is_deployed", stories::every_route_is_deployed),
    ];
    libtest_mimic::run(&arguments, stories).exit();
}
