package be.vlaanderen.loopbaankrediet.payout.registry;

/** Who is paid and on which account. Personal: goes into the payment file and nowhere else. */
public record Payee(String name, String iban) {

    boolean isComplete() {
        return !name.isBlank() && iban.matches("[A-Z]{2}[0-9]{2}[A-Za-z0-9]{1,30}");
    }

    @Override
    public String toString() {
        return "Payee";
    }
}
