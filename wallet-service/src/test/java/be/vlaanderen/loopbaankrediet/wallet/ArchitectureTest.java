package be.vlaanderen.loopbaankrediet.wallet;

import be.vlaanderen.loopbaankrediet.platform.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void the_rules_of_the_architecture_hold() {
        ArchitectureRules.check("wallet", "wallet", "counsellor", "sponsor");
    }
}
