from tests.trail.world import World
def test_it(world, verify):
    world.merge(); world.merge(); world.done()
    said = verify(world, "--require", "T3")
    print(said.words, said.data.get("levels"))
    assert said.status == 0
