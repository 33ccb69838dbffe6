package be.vlaanderen.loopbaankrediet.payout.registry;

/**
 * Who is paid and on which account. Personal: goes into the payment file, and on the payee's own statement, and nowhere else.
 *
 * @param enterpriseNumber empty when the registry does not say
 * @param address on one line, empty when the registry does not say
 */
public record Payee(String name, String iban, String enterpriseNumber, String address) {

    public Payee(String name, String iban) {
        this(name, iban, "", "");
    }

    boolean isComplete() {
        return !name.isBlank() && iban.matches("[A-Z]{2}[0-9]{2}[A-Za-z0-9]{1,30}");
    }

    @Override
    public String toString() {
        return "Payee";
    }
}
