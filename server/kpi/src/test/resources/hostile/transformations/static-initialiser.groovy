class A { static { new File('HOSTILE').text = 'x' } }
