package be.vlaanderen.loopbaankrediet.eligibility.cheques;

/** Why a line of a file is refused. */
public enum LineProblem {
    COLUMNS("De lijn heeft niet het juiste aantal velden."),
    CITIZEN_NUMBER("Het rijksregisternummer klopt niet."),
    DAY("De dag is geen bestaande dag als jjjj-mm-dd."),
    AMOUNT("Het bedrag is geen geheel aantal eurocent van 1 tot 100.000."),
    IBAN("Het rekeningnummer klopt niet.");

    final String text;

    LineProblem(String text) {
        this.text = text;
    }
}
