assert System.exit(0)
