@groovy.transform.ASTTest(value={ new File('HOSTILE').text = 'x' })
def x
