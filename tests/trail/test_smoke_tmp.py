def test_it(world, verify):
    world.merge()
    world.merge()
    world.done()
    said = verify(world, "--require", "T3")
    assert said.status == 0, said.words
