package be.vlaanderen.loopbaankrediet.providerregistry.namecheck;

import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.NameMatch;

/** The way out to who knows the names behind accounts (verification of payee). Never throws: who cannot tell says so. */
public interface NameCheck {

    NameMatch check(String name, String iban);

    /** Whether there is anybody to ask. */
    boolean isThere();
}
