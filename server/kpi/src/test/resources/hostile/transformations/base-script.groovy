@groovy.transform.BaseScript Evil evil
