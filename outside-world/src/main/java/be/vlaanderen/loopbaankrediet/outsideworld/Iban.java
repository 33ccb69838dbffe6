package be.vlaanderen.loopbaankrediet.outsideworld;

/** Number of a bank account (ISO 13616). */
public final class Iban {

    public static final String WRONG = "Dit rekeningnummer (IBAN) klopt niet; schrijf het zonder spaties.";

    private Iban() {}

    /** Country and check digits to the back, letters as numbers, modulo 97 is 1. */
    public static boolean isValid(String text) {
        if (!text.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}") || (text.startsWith("BE") && text.length() != 16)) {
            return false;
        }
        int rest = 0;
        for (char c : (text.substring(4) + text.substring(0, 4)).toCharArray()) {
            int value = Character.digit(c, 36);
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }
        return rest == 1;
    }
}
