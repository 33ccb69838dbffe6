package be.vlaanderen.loopbaankrediet.wallet.messages;

/** What a citizen is told, in words that hold nothing personal. */
public enum Kind {
    ROOM_REACHED(
            "U kunt nu betalen",
            "Er is budget voor uw boeking. Betaal uw eigen bijdrage binnen de 14 dagen, dan staat uw afspraak vast."),
    PAYMENT_DUE(
            "Betaal binnen de drie dagen",
            "Uw reservatie vervalt over drie dagen als uw eigen bijdrage dan niet betaald is. Uw uren krijgt u in dat geval terug."),
    RESERVATION_LAPSED(
            "Uw reservatie is vervallen",
            "Uw eigen bijdrage werd niet op tijd betaald. Uw uren staan weer in uw portefeuille, en u kunt opnieuw boeken."),
    CODE_READY(
            "Uw blok van 2 uur is geboekt",
            "Uw boeking staat vast. U vindt uw code in uw portefeuille: geef ze aan uw loopbaanbegeleider bij het eerste gesprek."),
    COUNSELLOR_GONE(
            "Uw begeleider kan niet meer begeleiden",
            "Wat van uw blok nog niet gebruikt is, komt terug: uw uren en wat u ervoor betaalde. Kies een andere begeleider in de zoekrobot."),
    HOURS_BACK(
            "U kreeg uren terug",
            "Er staan weer uren in uw portefeuille. Wat u daarvoor betaalde, krijgt u ook terug."),
    REFUND_DONE(
            "Uw terugbetaling is onderweg",
            "Wij gaven de betaaldienst de opdracht om u terug te betalen. Het geld staat binnen enkele dagen op uw rekening.");

    private final String subject;
    private final String text;

    Kind(String subject, String text) {
        this.subject = subject;
        this.text = text;
    }

    public String subject() {
        return subject;
    }

    public String text() {
        return text;
    }
}
