package be.vlaanderen.loopbaankrediet.eligibility.cheques;

/** A file that VDAB gives. */
public enum ChequeFile {
    /** One line a used cheque. */
    USED_CHEQUES("used-cheques.csv", "ssin,usedOn"),
    /** One line a bought cheque that was never used; CN 2.5: paid back, the amount that the citizen paid for it. */
    UNUSED_CHEQUES("unused-cheques.csv", "ssin,boughtOn,amountCents,iban");

    final String path;
    final String header;

    ChequeFile(String path, String header) {
        this.path = path;
        this.header = header;
    }
}
