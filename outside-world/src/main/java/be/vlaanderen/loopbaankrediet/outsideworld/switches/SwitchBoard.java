package be.vlaanderen.loopbaankrediet.outsideworld.switches;

import be.vlaanderen.loopbaankrediet.outsideworld.switches.Switches.Busy;
import be.vlaanderen.loopbaankrediet.outsideworld.switches.Switches.Disturbance;
import jakarta.inject.Singleton;
import java.util.Objects;

/** How the switches stand now; all off after a restart. */
@Singleton
public class SwitchBoard {

    private volatile Switches switches = Switches.OFF;

    public Switches all() {
        return switches;
    }

    synchronized Switches change(Switches change) {
        switches = switches.with(change);
        return switches;
    }

    public Disturbance payment() {
        return Objects.requireNonNull(all().payment());
    }

    public Disturbance bank() {
        return Objects.requireNonNull(all().bank());
    }

    public Busy magda() {
        return Objects.requireNonNull(all().magda());
    }
}
