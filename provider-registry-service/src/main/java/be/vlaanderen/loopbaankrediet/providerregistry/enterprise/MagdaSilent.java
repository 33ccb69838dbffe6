package be.vlaanderen.loopbaankrediet.providerregistry.enterprise;

/** MAGDA gave no answer that can be used; it is asked again later. */
final class MagdaSilent extends Exception {

    private static final long serialVersionUID = 1L;

    MagdaSilent(String why) {
        super(why, null, false, false);
    }
}
