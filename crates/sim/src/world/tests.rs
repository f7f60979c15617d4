//! The built-in world is large enough, true to its catalogue, and the same in every run.

use super::*;

#[test]
fn the_builtin_world_is_as_large_as_promised() {
    let counts = World::builtin(1).counts();
    assert!(counts.artists >= 60, "{counts:?}");
    assert!(counts.studio_albums >= 300, "{counts:?}");
    assert!(counts.names_only > 0 && counts.listeners > 0, "{counts:?}");
}
