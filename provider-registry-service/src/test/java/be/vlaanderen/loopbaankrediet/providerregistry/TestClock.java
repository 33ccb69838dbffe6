package be.vlaanderen.loopbaankrediet.providerregistry;

import be.vlaanderen.loopbaankrediet.platform.testkit.StandingClock;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

/** The clock of this service in its tests. */
@Alternative
@Priority(1)
@Singleton
public class TestClock extends StandingClock {}
