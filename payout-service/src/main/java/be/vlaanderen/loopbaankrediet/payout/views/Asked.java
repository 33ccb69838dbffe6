package be.vlaanderen.loopbaankrediet.payout.views;

/** What stands in a question: how pages are asked for. */
public final class Asked {

    public static final String LIMIT = "[1-9]|[1-9][0-9]|100";
    public static final String LIMIT_WRONG = "Kies een getal van 1 tot en met 100.";
    public static final String UUID_FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    public static final String AFTER_WRONG = "Neem de waarde van 'next' van de vorige bladzijde.";

    private Asked() {}
}
