package be.vlaanderen.loopbaankrediet.wallet.sponsor;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Refusal;

/** Every reason why a sponsor does not pay. */
public enum SponsorRefusal implements Refusal {
    SPONSOR_UNKNOWN(404, "Deze overeenkomst bestaat niet."),
    SPONSOR_CODE_UNKNOWN(
            422, "Deze code is niet bekend. Kijk ze na bij wie u ze gaf, of boek zonder code en betaal zelf."),
    SPONSOR_CODE_HELD(422, "Deze code werd al door iemand anders gebruikt. Vraag een eigen code, of boek zonder code."),
    SPONSOR_NOT_NOW(
            409, "Met deze code kan op dit moment niet geboekt worden. U kunt zonder code boeken en zelf betalen."),
    SPONSOR_BUDGET_EMPTY(409, "Het budget van uw werkgever of fonds is op. U kunt zonder code boeken en zelf betalen."),
    SPONSOR_HAS_ONE_CODE(409, "Bij deze overeenkomst hoort één code voor iedereen. Er komen geen codes bij."),
    SPONSOR_ENDED(409, "Deze overeenkomst is al beëindigd op een eerdere of dezelfde dag."),
    BILL_UNKNOWN(404, "Deze afrekening bestaat niet.");

    private final int status;
    private final String detail;

    SponsorRefusal(int status, String detail) {
        this.status = status;
        this.detail = detail;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String detail() {
        return detail;
    }
}
