// FixtureGenerator
